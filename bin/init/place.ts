import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { hasRoom } from './has-room.ts';

/** A load balancer that needs a deployment of this VPC. `from`: the one that has no room for it any more. */
export type Newcomer = Pick<ConfigDeployment, 'region' | 'vpcId' | 'vpcCidrs'> & {
  readonly entry: ConfigDeployment['loadBalancers'][number];
  readonly from: ConfigDeployment | null;
};

/**
 * Puts each into the first deployment of its VPC that has room, else into one more of the VPC, which gets a name of its own
 * and the options of the one that it relieves.
 */
export function place(
  deployments: readonly ConfigDeployment[],
  newcomers: readonly Newcomer[],
  ofAll: Config['options'],
): readonly ConfigDeployment[] {
  return newcomers.reduce((placed, newcomer) => placeOne(placed, newcomer, ofAll), deployments);
}

function placeOne(
  deployments: readonly ConfigDeployment[],
  newcomer: Newcomer,
  ofAll: Config['options'],
): readonly ConfigDeployment[] {
  const { region, vpcId, vpcCidrs, entry } = newcomer;
  const index = deployments.findIndex(
    (one) => one.region === region && one.vpcId === vpcId && takes(one, entry, ofAll),
  );
  const roomy = deployments[index];
  if (roomy !== undefined) return deployments.with(index, grown(roomy, entry));
  const siblings = deployments.filter((one) => one.region === region && one.vpcId === vpcId);
  const name = nextName(siblings);
  const { options } = newcomer.from ?? siblings[0] ?? {};
  const made: ConfigDeployment = {
    region,
    vpcId,
    ...(name === undefined ? {} : { name }),
    vpcCidrs,
    loadBalancers: [entry],
    ...(options === undefined ? {} : { options: withoutDeclared(options) }),
  };
  return [...deployments, made];
}

function takes(deployment: ConfigDeployment, entry: Newcomer['entry'], ofAll: Config['options']): boolean {
  // Alarms are named by what is watched.
  const isTaken = deployment.watches?.some(({ name }) => name === entry.name) ?? false;
  return !isTaken && hasRoom(grown(deployment, entry), ofAll);
}

function grown(deployment: ConfigDeployment, entry: Newcomer['entry']): ConfigDeployment {
  return { ...deployment, loadBalancers: [...deployment.loadBalancers, entry] };
}

/** The first of a VPC has no name, so that its stack is called the same when a second is needed. */
function nextName(siblings: readonly ConfigDeployment[]): string | undefined {
  if (siblings.length === 0) return undefined;
  const taken = siblings.map(({ name }) => name);
  const numbers = Array.from({ length: siblings.length + 1 }, (_, index) => siblings.length + 1 + index);
  return numbers.map((number) => `part${number}`).find((name) => !taken.includes(name));
}

/** What is declared goes with the load balancers that it is declared of. */
function withoutDeclared({ declared: _, ...rest }: NonNullable<ConfigDeployment['options']>) {
  return rest;
}

import type { Fact } from '../model/fact.ts';
import type { LoadBalancer, Subnet } from '../model/inventory.ts';
import type { GroundLine } from './ground-line.ts';
import { judgeDualStack } from './judge-dual-stack.ts';
import { lineOf } from './line-of.ts';
import type { Planned, PlannedLoadBalancer } from './planned.ts';
import { unknownLine } from './unknown-line.ts';

type Found = Pick<LoadBalancer, 'arn' | 'name' | 'type' | 'vpcId' | 'zones' | 'securityGroups'>;

/** What is there now. */
type There = { readonly found: Fact<readonly Found[]>; readonly subnets: Fact<readonly Subnet[]> };

/** Whether the configuration tells of load balancers and subnets as they are now. `planned` is null where there is no such file. */
export function judgeConfiguration(
  planned: Planned | null,
  { found, subnets }: There,
  region: string,
): readonly GroundLine[] {
  if (planned === null) return [noFile(region)];
  const { file } = planned;
  const ofDualStack = judgeDualStack(planned, subnets);
  if (!found.known) return [unknownLine('configuration', file, found), ...ofDualStack];
  if (planned.deployments.length === 0) return [nothingHere(file, region)];
  const all = planned.deployments.flatMap(({ vpcId, loadBalancers }) =>
    loadBalancers.map((one) => ({ ...one, vpcId })),
  );
  const changed = all.flatMap((one) => {
    const now = found.value.find(({ arn }) => arn === one.arn);
    return now === undefined ? [gone(one, planned)] : drifted(one, now, planned);
  });
  const others = found.value.filter(({ arn, type }) => type !== 'gateway' && !all.some((one) => one.arn === arn));
  const lines = [...changed, ...ofDualStack, ...(others.length === 0 ? [] : [notCovered(others, region, planned)])];
  if (lines.length > 0) return lines;
  return [lineOf({ part: 'configuration', state: 'ok', subject: file, says: `It tells of ${region} as it is.` })];
}

const AGAIN = 'Write it again, and deploy.';

function noFile(region: string): GroundLine {
  return lineOf({
    ...{ part: 'configuration', state: 'warning', subject: 'origin-doctor.json' },
    says: `There is none here: what is to be watched in ${region} is not known, and all load balancers are looked at.`,
    todo: 'Write one.',
    command: 'origin-doctor init',
  });
}

function nothingHere(file: string, region: string): GroundLine {
  const says = `It plans nothing for ${region}.`;
  const todo = 'Name a Region that it plans for with --region.';
  return lineOf({ part: 'configuration', state: 'warning', subject: file, says, todo });
}

function gone({ name }: PlannedLoadBalancer, { file, rewrite }: Planned): GroundLine {
  const says = `${file} names it, and it is no longer there.`;
  return lineOf({ part: 'configuration', state: 'missing', subject: name, says, todo: AGAIN, command: rewrite });
}

/** A prober that stands in another subnet, or wears other groups, does not see what the load balancer sees. */
function drifted(
  { name, vpcId, subnets, securityGroups }: PlannedLoadBalancer & { readonly vpcId: string },
  now: Found,
  { file, rewrite }: Planned,
): GroundLine[] {
  const differences = [
    now.vpcId === vpcId ? null : `it stands in ${now.vpcId}, planned is ${vpcId}`,
    difference(
      'subnets',
      subnets,
      now.zones.map(({ subnetId }) => subnetId),
    ),
    difference('security groups', securityGroups, now.securityGroups),
  ].filter((one) => one !== null);
  if (differences.length === 0) return [];
  const says = `It is no longer as ${file} says: ${differences.join('; ')}.`;
  return [lineOf({ part: 'configuration', state: 'warning', subject: name, says, todo: AGAIN, command: rewrite })];
}

function difference(what: string, planned: readonly string[], now: readonly string[]): string | null {
  if (isSame(planned, now)) return null;
  return `its ${what} are ${now.toSorted().join(', ') || 'none'}, planned are ${planned.toSorted().join(', ') || 'none'}`;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.every((one) => others.includes(one)) && others.every((one) => some.includes(one));
}

function notCovered(others: readonly Found[], region: string, { rewrite }: Planned): GroundLine {
  const names = others.map(({ name }) => name).toSorted();
  return lineOf({
    ...{ part: 'configuration', state: 'warning', subject: 'not covered' },
    says: `Nobody watches these load balancers of ${region}: ${names.join(', ')}.`,
    todo: 'Choose them too where they should be watched.',
    command: `${rewrite} --all`,
  });
}

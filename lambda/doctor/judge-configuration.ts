import type { Fact } from '../model/fact.ts';
import type { LoadBalancer } from '../model/inventory.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { Planned, PlannedLoadBalancer } from './planned.ts';
import { unknownLine } from './unknown-line.ts';

type Found = Pick<LoadBalancer, 'arn' | 'name' | 'type' | 'vpcId' | 'zones' | 'securityGroups'>;

/** Whether the configuration tells of the load balancers as they are now. `planned` is null where there is no such file. */
export function judgeConfiguration(
  planned: Planned | null,
  found: Fact<readonly Found[]>,
  region: string,
): readonly GroundLine[] {
  if (planned === null) return [noFile(region)];
  const { file } = planned;
  if (!found.known) return [unknownLine('configuration', file, found)];
  if (planned.deployments.length === 0) return [nothingHere(file, region)];
  const all = planned.deployments.flatMap(({ vpcId, loadBalancers }) =>
    loadBalancers.map((one) => ({ ...one, vpcId })),
  );
  const changed = all.flatMap((one) => {
    const now = found.value.find(({ arn }) => arn === one.arn);
    return now === undefined ? [gone(one, file)] : drifted(one, now, file);
  });
  const others = found.value.filter(({ arn, type }) => type !== 'gateway' && !all.some((one) => one.arn === arn));
  const lines = [...changed, ...(others.length === 0 ? [] : [notCovered(others, region)])];
  if (lines.length > 0) return lines;
  return [lineOf({ part: 'configuration', state: 'ok', subject: file, says: `It tells of ${region} as it is.` })];
}

const AGAIN = { todo: 'Write it again, and deploy.', command: 'origin-doctor init --force' };

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

function gone({ name }: PlannedLoadBalancer, file: string): GroundLine {
  const says = `${file} names it, and it is no longer there.`;
  return lineOf({ part: 'configuration', state: 'missing', subject: name, says, ...AGAIN });
}

/** A prober that stands in another subnet, or wears other groups, does not see what the load balancer sees. */
function drifted(
  { name, vpcId, subnets, securityGroups }: PlannedLoadBalancer & { readonly vpcId: string },
  now: Found,
  file: string,
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
  return [lineOf({ part: 'configuration', state: 'warning', subject: name, says, ...AGAIN })];
}

function difference(what: string, planned: readonly string[], now: readonly string[]): string | null {
  if (isSame(planned, now)) return null;
  return `its ${what} are ${now.toSorted().join(', ') || 'none'}, planned are ${planned.toSorted().join(', ') || 'none'}`;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return some.every((one) => others.includes(one)) && others.every((one) => some.includes(one));
}

function notCovered(others: readonly Found[], region: string): GroundLine {
  const names = others.map(({ name }) => name).toSorted();
  return lineOf({
    ...{ part: 'configuration', state: 'warning', subject: 'not covered' },
    says: `Nobody watches these load balancers of ${region}: ${names.join(', ')}.`,
    todo: 'Choose them too where they should be watched.',
    command: 'origin-doctor init --all --force',
  });
}

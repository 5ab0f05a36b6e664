import type { AwsClients } from '../inventory/aws-clients.ts';
import { CannotCheck } from '../inventory/cannot-check.ts';
import type { LoadBalancing } from '../inventory/load-balancing.ts';
import { readAttributes } from '../inventory/read-attributes.ts';
import { readPages } from '../inventory/read-pages.ts';
import { targetGroupAttributes } from '../inventory/target-group-attributes.ts';
import { targetGroups } from '../inventory/target-groups.ts';
import { targetHealth } from '../inventory/target-health.ts';
import { known } from '../model/fact.ts';
import type { TargetGroup } from '../model/inventory.ts';
import type { Readmission, Wanted } from './wanted.ts';

type Described = Omit<TargetGroup, 'attributes'>;

/**
 * Has target groups looked at that no load balancer uses yet (between blue and green one of them waits), as if the load
 * balancer that is named with them (`GROUP@LOADBALANCER`), or the only one of their VPC, did; and targets that are not
 * registered, as if they were. AWS says of such a group `unused`, and of
 * such a target `unused` with the reason `Target.NotRegistered`
 * (https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html).
 * Throws `CannotCheck` for a group that is not there, or of which nobody can say which load balancer will use it.
 */
export function lend(clients: AwsClients, wanted: Wanted): (read: LoadBalancing) => Promise<LoadBalancing> {
  const names = [...new Set([...wanted.targetGroups, ...wanted.readmit.map(({ targetGroup }) => targetGroup)])];
  return async (read) => {
    if (names.length === 0 || !read.targetGroups.known) return read;
    const missing = names.filter((name) => !usedGroups(read).some(isNamed(name)));
    const all = missing.length === 0 ? known([]) : await readPages(targetGroups, clients, 'all');
    // Without the list nobody knows whether there is such a group, and a gate must not pass for that.
    if (!all.known) return { ...read, targetGroups: all };
    const waiting = missing.map((name) => found(name, all.value, read));
    const lent = await Promise.all(waiting.map((group) => inspected(clients, group)));
    return withTargets(withGroups(read, lent), wanted.readmit);
  };
}

function usedGroups({ targetGroups: groups, targetHealth: health }: LoadBalancing): readonly TargetGroup[] {
  return groups.known ? groups.value.filter(({ arn }) => health[arn] !== undefined) : [];
}

function isNamed(wanted: string): (group: Described) => boolean {
  const { name } = partsOf(wanted);
  return (group) => group.arn === name || group.name === name;
}

/** A group that nobody uses, given to the load balancer that is named behind an `@`, else to the only one of its VPC. */
function found(wanted: string, all: readonly Described[], { loadBalancers }: LoadBalancing): Described {
  const { name, owner } = partsOf(wanted);
  const group = all.find(isNamed(name));
  if (group === undefined) {
    throw new CannotCheck(`There is no target group "${name}"; there are: ${all.map((one) => one.name).join(', ')}.`);
  }
  if (group.loadBalancerArns.length > 0) {
    const owners = group.loadBalancerArns.join(', ');
    throw new CannotCheck(`The target group ${group.name} belongs to ${owners}, which is not among what is checked.`);
  }
  const near = loadBalancers.filter(({ vpcId }) => vpcId === group.vpcId);
  const meant = owner === null ? near : near.filter((one) => one.name === owner || one.arn === owner);
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return { ...group, loadBalancerArns: [only.arn] };
  const there = near.length === 0 ? 'none' : near.map((one) => one.name).join(', ');
  throw new CannotCheck(
    `No load balancer uses the target group ${group.name} yet: say which will, as ${group.name}@LOADBALANCER. Of those checked, in its VPC: ${there}.`,
  );
}

/** `GROUP@LOADBALANCER`, each a name or an ARN; neither holds an `@`. */
function partsOf(wanted: string): { readonly name: string; readonly owner: string | null } {
  const [name = '', owner = null] = wanted.split('@');
  return { name, owner };
}

async function inspected(clients: AwsClients, group: Described) {
  const attributes = await readAttributes(targetGroupAttributes, clients, group.arn);
  const health = await readPages(targetHealth, clients, [group.arn]);
  return { group: { ...group, attributes }, health };
}

function withGroups(read: LoadBalancing, lent: readonly Awaited<ReturnType<typeof inspected>>[]): LoadBalancing {
  const arns = lent.map(({ group }) => group.arn);
  const others = read.targetGroups.known ? read.targetGroups.value.filter(({ arn }) => !arns.includes(arn)) : [];
  const health = lent.map(({ group, health: fact }) => [group.arn, fact] as const);
  return {
    ...read,
    targetGroups: known([...others, ...lent.map(({ group }) => group)]),
    targetHealth: { ...read.targetHealth, ...Object.fromEntries(health) },
  };
}

function withTargets(read: LoadBalancing, readmit: readonly Readmission[]): LoadBalancing {
  return readmit.reduce((before, { targetGroup, target }) => withTarget(before, targetGroup, target), read);
}

/** One that drains is looked at as what it is to become. One that is registered stays as it is. */
function withTarget(read: LoadBalancing, name: string, { id, port }: Readmission['target']): LoadBalancing {
  const group = usedGroups(read).find(isNamed(name));
  const lines = group === undefined ? undefined : read.targetHealth[group.arn];
  if (group === undefined || lines === undefined || !lines.known) return read;
  const isSame = (line: (typeof lines.value)[number]) =>
    line.target.id === id && (line.target.port ?? group.port) === (port ?? group.port);
  const present = lines.value.find(isSame);
  if (present !== undefined && present.state !== 'draining') return read;
  const target = { id, port: port ?? group.port, zone: present?.target.zone ?? null };
  const line = { target, healthCheckPort: null, state: 'unused', reason: 'Target.NotRegistered', description: null };
  const others = lines.value.filter((one) => one !== present);
  return { ...read, targetHealth: { ...read.targetHealth, [group.arn]: known([...others, line]) } };
}

import type { World } from '../../lab/world/world.ts';

type Ports = { readonly protocol: string; readonly fromPort: number | null; readonly toPort: number | null };

/** Where a client's system takes its port from: the one range that a fix may open, for answers. */
const EPHEMERAL = '1024-65535';

/**
 * The lines that were added to a world and admit more than one service's port from somewhere in particular, as text. Only
 * what stands before a load balancer that faces the internet may be opened to everybody: its own groups and the ACLs of its
 * subnets for its listeners, and the routes of its subnets to an internet gateway.
 */
export function tooWide(before: World, after: World): readonly string[] {
  const inside = servedPorts(after);
  const rules = added(before.securityGroupRules, after.securityGroupRules).filter(({ groupId, peer, ...line }) => {
    const outer = facing(after, ({ securityGroups }) => securityGroups.includes(groupId));
    const forEverybody = peer.kind === 'cidr' && isEverywhere(peer.cidr);
    return !isExact(line, [...(forEverybody ? [] : inside), ...(line.egress ? [] : outer)]);
  });
  const entries = after.networkAcls.flatMap((acl) => {
    const own = before.networkAcls.find(({ id }) => id === acl.id)?.entries ?? [];
    const outer = facing(after, ({ zones }) => zones.some(({ subnetId }) => acl.subnetIds.includes(subnetId)));
    const answers = outer.length > 0 ? [EPHEMERAL] : [];
    return added(own, acl.entries).filter((entry) => {
      const wide = entry.egress ? answers : outer;
      return !isExact(entry, isEverywhere(entry.cidr) ? wide : [...inside, ...outer, EPHEMERAL]);
    });
  });
  const routes = after.routeTables.flatMap((table) => {
    const own = before.routeTables.find(({ id }) => id === table.id)?.routes ?? [];
    const outer = facing(after, ({ zones }) => table.subnetIds.every((id) => zones.some((one) => one.subnetId === id)));
    const leadsOut = (target: string) => target.startsWith('igw-') && !table.main && outer.length > 0;
    return added(own, table.routes).filter(({ destination, target }) => isEverywhere(destination) && !leadsOut(target));
  });
  return [...rules, ...entries, ...routes].map((line) => JSON.stringify(line));
}

function isExact({ protocol, fromPort, toPort }: Ports, ranges: readonly string[]): boolean {
  return (protocol === 'tcp' || protocol === '6') && ranges.includes(`${fromPort}-${toPort}`);
}

function added<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return after.filter((one) => !before.includes(one));
}

function isEverywhere(range: string): boolean {
  return range.endsWith('/0');
}

/** The ports that targets serve or are checked on, and those that clients of internal load balancers dial. */
function servedPorts({ targetGroups, registrations, listeners, loadBalancers }: World): readonly string[] {
  const registered = Object.values(registrations).flatMap((targets) => targets.map(({ port }) => port));
  const checked = targetGroups.map(({ healthCheck }) => healthCheck.port);
  const internal = loadBalancers.filter(({ scheme }) => scheme === 'internal').map(({ arn }) => arn);
  const dialled = listeners.filter(({ loadBalancerArn }) => internal.includes(loadBalancerArn)).map(({ port }) => port);
  return [...registered, ...checked, ...dialled].map((port) => `${port}-${port}`);
}

/** The listeners' ports of those load balancers that face the internet. */
function facing(
  { loadBalancers, listeners }: World,
  concerns: (one: World['loadBalancers'][number]) => boolean,
): readonly string[] {
  const arns = loadBalancers.filter((one) => one.scheme === 'internet-facing' && concerns(one)).map(({ arn }) => arn);
  return listeners.filter(({ loadBalancerArn }) => arns.includes(loadBalancerArn)).map(({ port }) => `${port}-${port}`);
}

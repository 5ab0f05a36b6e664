import type { World } from '../../lab/world/world.ts';

type Ports = { readonly protocol: string; readonly fromPort: number | null; readonly toPort: number | null };

/** Where a client's system takes its port from: the one range that a fix may open, for answers. */
const EPHEMERAL = '1024-65535';

/** The lines that were added to a world and admit more than one service's port from somewhere in particular, as text. */
export function tooWide(before: World, after: World): readonly string[] {
  const ports = servedPorts(after);
  const isExact = ({ protocol, fromPort, toPort }: Ports, ranges: readonly string[]) =>
    (protocol === 'tcp' || protocol === '6') && [...ports, ...ranges].includes(`${fromPort}-${toPort}`);
  const rules = added(before.securityGroupRules, after.securityGroupRules).filter(
    (rule) => !isExact(rule, []) || (rule.peer.kind === 'cidr' && isEverywhere(rule.peer.cidr)),
  );
  const entries = added(
    before.networkAcls.flatMap((acl) => acl.entries),
    after.networkAcls.flatMap((acl) => acl.entries),
  ).filter((entry) => !isExact(entry, [EPHEMERAL]) || isEverywhere(entry.cidr));
  const routes = added(
    before.routeTables.flatMap((table) => table.routes),
    after.routeTables.flatMap((table) => table.routes),
  ).filter((route) => isEverywhere(route.destination));
  return [...rules, ...entries, ...routes].map((line) => JSON.stringify(line));
}

function added<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  return after.filter((one) => !before.includes(one));
}

function isEverywhere(range: string): boolean {
  return range.endsWith('/0');
}

function servedPorts({ targetGroups, registrations }: World): readonly string[] {
  const registered = Object.values(registrations).flatMap((targets) => targets.map(({ port }) => port));
  const checked = targetGroups.map(({ healthCheck }) => healthCheck.port);
  return [...registered, ...checked].map((port) => `${port}-${port}`);
}

import { contains, parseCidr } from '../model/address.ts';
import type { Certainty, Fix } from '../model/diagnosis.ts';
import type { ClientPath, LoadBalancerContext } from '../model/evidence.ts';
import type { Hop, PortRange } from '../model/flow.ts';
import type { LoadBalancer, NetworkAcl, NetworkAclEntry } from '../model/inventory.ts';
import { EPHEMERAL } from '../reachability/ephemeral.ts';
import { tcpPorts } from '../reachability/tcp-ports.ts';
import { aclEntryInWords } from './acl-entry-in-words.ts';
import { aclFix } from './acl-fix.ts';
import { aclPlaces } from './acl-places.ts';
import { awsCommand } from './aws-command.ts';
import { certaintyOfSome } from './certainty-of-some.ts';
import { type ClientBlockage, clientBlockages } from './client-blockages.ts';
import { CLIENT_CONFIRM } from './client-confirm.ts';
import type { ClientHop } from './client-station-facts.ts';
import type { Proof } from './fault.ts';
import { hangsSome } from './hangs-some.ts';
import type { AclHole } from './open-network-acl.ts';
import { standApart } from './stand-apart.ts';

/** A line of a network ACL that turns clients, or the answers to them, away. */
export type ClientAclBlockage = Proof & ClientBlockage & { readonly mend: Omit<Fix, 'cdk'>; readonly egress: boolean };

/**
 * The lines of network ACLs that turn clients away, at the clients' requests and at the answers to them. Whoever stands in
 * the ranges `spared` gets through all the same: to a target, the load balancer's own subnets, which its health checks
 * come from.
 */
export function clientAclBlockages(
  hops: readonly ClientHop[],
  networkAcls: readonly NetworkAcl[],
  { loadBalancer, aclTraffic }: Pick<LoadBalancerContext, 'loadBalancer' | 'aclTraffic'>,
  spared: readonly string[] = [],
): readonly ClientAclBlockage[] {
  return clientBlockages(hops, { loadBalancer }).map((blockage) => {
    const { hop, paths } = blockage;
    const egress = hop.kind === 'network-acl-egress';
    const line = hop.line ?? '*';
    const entries = networkAcls.find(({ id }) => id === hop.resource)?.entries ?? [];
    const [holes, neighbours] = [holesOf(paths, egress), aclPlaces(aclTraffic)];
    return {
      ...{ ...blockage, egress },
      certainty: certaintyOf(blockage, { entries, holes, spared }, loadBalancer),
      culprit: { resource: hop.resource, line, value: aclEntryInWords(entries, line, egress) },
      facts: [{ name: 'configuration', value: hop.why }],
      mend: mendOf({ hop, egress, line, entries, holes, neighbours }, loadBalancer),
    };
  });
}

function holesOf(paths: readonly ClientPath[], egress: boolean): readonly AclHole[] {
  const all = paths.flatMap(({ port, admit }) =>
    admit.map((cidr) => ({ cidr, ports: egress ? EPHEMERAL : { from: port, to: port } })),
  );
  return [...new Map(all.map((hole) => [`${hole.cidr} ${hole.ports.from}`, hole])).values()];
}

type Lines = {
  readonly entries: readonly NetworkAclEntry[];
  readonly holes: readonly AclHole[];
  readonly spared: readonly string[];
};

/**
 * Certain where the clients are declared, and none of them gets through by where it stands, or nobody is let through at
 * all. Whoever stands in the node's own subnet never meets its ACL, and of whom nothing is declared may stand there; whether
 * a client dials from a port that is not answered is its own affair.
 */
function certaintyOf({ hop, paths }: ClientBlockage, lines: Lines, { scheme }: LoadBalancer): Certainty {
  if (hangsSome(hop)) return certaintyOfSome(hop);
  if (paths.some(({ clients }) => clients !== null)) {
    return paths.every(({ clients }) => standApart(clients, lines.spared)) ? 'certain' : 'likely';
  }
  return scheme === 'internet-facing' && stopsAll(hop, lines) ? 'certain' : 'likely';
}

/** An entry for every address, or the end of the list, before which nothing of the kind is allowed but to the spared. */
function stopsAll({ kind, line = '*' }: Hop, { entries, holes, spared }: Lines): boolean {
  const sameWay = entries.filter((entry) => entry.egress === (kind === 'network-acl-egress'));
  const denying = sameWay.find(({ ruleNumber }) => String(ruleNumber) === line);
  if (denying !== undefined && !denying.cidr.endsWith('/0')) return false;
  const before = sameWay.filter(({ ruleNumber }) => denying === undefined || ruleNumber < denying.ruleNumber);
  return !before.some(
    (entry) =>
      entry.action === 'allow' &&
      !isWithin(entry.cidr, spared) &&
      holes.some(({ ports }) => meet(tcpPorts(entry), ports)),
  );
}

function isWithin(cidr: string, ranges: readonly string[]): boolean {
  const inner = parseCidr(cidr);
  return ranges.map(parseCidr).some((outer) => outer !== null && inner !== null && contains(outer, inner));
}

function meet(some: PortRange | null, others: PortRange): boolean {
  return some !== null && some.from <= others.to && others.from <= some.to;
}

type Denial = {
  readonly hop: Hop;
  readonly egress: boolean;
  readonly line: string;
  readonly entries: readonly NetworkAclEntry[];
  readonly holes: readonly AclHole[];
  readonly neighbours: readonly AclHole[];
};

function mendOf(denial: Denial, { arn }: LoadBalancer): Omit<Fix, 'cdk'> {
  const { hop, line, holes } = denial;
  if (holes.length === 0) {
    return {
      summary: `Let clients pass ${hop.resource} in front of rule ${line}. Their ranges could not be read: declare them.`,
      commands: [awsCommand(arn, `ec2 describe-network-acls --network-acl-ids ${hop.resource}`)],
      confirm: CLIENT_CONFIRM,
      changes: null,
    };
  }
  const { summary, commands, changes } = aclFix(denial, arn);
  const everybody = holes.some(({ cidr }) => cidr.endsWith('/0')) ? EVERYBODY : '';
  return { summary: `${summary}${everybody}`, commands, confirm: CLIENT_CONFIRM, changes };
}

const EVERYBODY = ' That is everybody, which is what an internet-facing load balancer is for.';

import { contains, parseCidr } from '../model/address.ts';
import type { Fix } from '../model/diagnosis.ts';
import type { VantagePath } from '../model/evidence.ts';
import type { Hop, Station } from '../model/flow.ts';
import type { Route, RouteTable, Subnet } from '../model/inventory.ts';
import { isPrivate } from '../reachability/is-private.ts';
import { awsCommand } from './aws-command.ts';
import { listed } from './listed.ts';
import type { Blockage } from './path-fault.ts';
import { subnetRanges } from './subnet-ranges.ts';

/** A missing or dead route. `packets`: which way it should lead; `arn` tells the Region. */
export type LostRoute = {
  readonly blockage: Blockage;
  readonly packets: 'request' | 'answer';
  readonly paths: readonly VantagePath[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly arn: string;
};

type Change = { readonly summary: string } & Pick<Fix, 'commands' | 'changes'>;

/**
 * What mends a route: the packets of the other direction tell the peering connection that they came by. Without it a
 * dead route is deleted where a next best takes over; else it is for its owner to lay, who knows the gateway, as a
 * missing one is.
 */
export function routeFix(lost: LostRoute): Fix {
  return {
    ...changeOf(lost),
    cdk: 'declare the route (ec2.CfnRoute) in the stack of what it leads to, so that both go together',
    confirm: 'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
  };
}

function changeOf(lost: LostRoute): Change {
  const { kind, line } = lost.blockage.hop;
  if (kind !== 'route') return refused(lost);
  const peering = peeringOf(lost);
  if (peering !== undefined) return byPeering(lost, peering);
  return line === undefined || !hasNextBest(lost, line) ? unlaid(lost) : deleted(lost, line);
}

/** A gateway is its owner's affair, and so is whether the route shall lead to another. */
function refused(lost: LostRoute): Change {
  const { resource, why } = lost.blockage.hop;
  const command = LOOK.find(([prefix]) => resource.startsWith(prefix))?.[1];
  return {
    summary: `Let ${resource} carry what is for ${listed(rangesOf(lost))}, or lead that by another gateway: ${why}.`,
    commands: command === undefined ? [] : [awsCommand(lost.arn, `${command}${resource}`)],
    changes: null,
  };
}

/** How to look at a gateway, by the beginning of its id. */
const LOOK: readonly (readonly [prefix: string, command: string])[] = [
  ['pcx-', 'ec2 describe-vpc-peering-connections --vpc-peering-connection-ids '],
  [
    'tgw-rtb-',
    'ec2 search-transit-gateway-routes --filters Name=type,Values=static,propagated --transit-gateway-route-table-id ',
  ],
  ['tgw-', 'ec2 describe-transit-gateway-attachments --filters Name=transit-gateway-id,Values='],
  ['nat-', 'ec2 describe-nat-gateways --nat-gateway-ids '],
  ['igw-', 'ec2 describe-internet-gateways --internet-gateway-ids '],
  ['eigw-', 'ec2 describe-egress-only-internet-gateways --egress-only-internet-gateway-ids '],
  ['vpce-', 'ec2 describe-vpc-endpoints --vpc-endpoint-ids '],
];

/** The peering connection that packets of the other direction take at the places concerned. */
function peeringOf({ blockage, packets, paths }: LostRoute): string | undefined {
  const places = blockage.hops.map(({ vantagePoint }) => vantagePoint.id);
  return paths
    .filter(({ vantagePoint }) => places.includes(vantagePoint.id))
    .flatMap(({ path }): readonly Hop[] => (packets === 'request' ? path.return : path.forward))
    .find(({ kind, decision }) => kind === 'peering' && decision === 'allow')?.resource;
}

/** A dead route that only the peer's packets took is replaced; one that others took too is left to its owner. */
function byPeering(lost: LostRoute, peering: string): Change {
  const { resource, line } = lost.blockage.hop;
  const isPeers = line !== undefined && peerRanges(lost).some((range) => isWithin(line, range));
  const verb = isPeers ? 'replace-route' : 'create-route';
  const destinations = isPeers ? [line] : rangesOf(lost);
  return {
    summary: `Let ${resource} send what is for ${listed(destinations)} by ${peering}, by which the other direction goes.`,
    commands: destinations.map((one) => commandOf(verb, lost, one, `--vpc-peering-connection-id ${peering}`)),
    changes: destinations.map((destination) => ({
      ...{ kind: 'put-route', routeTableId: resource },
      route: { destination, target: peering, state: 'active' },
    })),
  };
}

/** What the VPC at the other end holds, as the `local` routes of its tables have it. */
function peerRanges(lost: LostRoute): readonly string[] {
  const subnetIds = endsOf(lost).map(({ subnetId }) => subnetId);
  const vpcIds = lost.subnets.filter(({ id }) => subnetIds.includes(id)).map(({ vpcId }) => vpcId);
  const routes = lost.routeTables.filter(({ vpcId }) => vpcIds.includes(vpcId)).flatMap((table) => table.routes);
  const local = routes.filter(({ target }) => target === 'local').map(({ destination }) => destination);
  return [...rangesOf(lost), ...local];
}

/** Whether other routes of the table take over where this one is deleted. */
function hasNextBest(lost: LostRoute, line: string): boolean {
  const tables = lost.routeTables.filter(({ id }) => id === lost.blockage.hop.resource);
  const others = tables.flatMap(({ routes }) =>
    routes.filter((one) => one.destination !== line && one.state === 'active'),
  );
  return rangesOf(lost).every((range) => others.some((one) => isWithin(range, one.destination) && carries(one, range)));
}

/** Gateways to the internet carry nothing to private addresses. A NAT gateway carries no answer, and may carry no request. */
function carries({ target }: Route, range: string): boolean {
  const cidr = parseCidr(range);
  return cidr === null || !isPrivate(cidr) || !OUTWARD.some((prefix) => target.startsWith(prefix));
}

const OUTWARD = ['nat-', 'igw-', 'eigw-'];

function isWithin(range: string, of: string): boolean {
  const [inner, outer] = [parseCidr(range), parseCidr(of)];
  return inner !== null && outer !== null && contains(outer, inner);
}

function deleted(lost: LostRoute, destination: string): Change {
  const { resource: routeTableId } = lost.blockage.hop;
  return {
    summary: `Delete the route to ${destination} from ${routeTableId}: what it led to is gone, and the next best route takes over. Where something took its place, replace the route instead.`,
    commands: [commandOf('delete-route', lost, destination)],
    changes: [{ kind: 'delete-route', routeTableId, destination }],
  };
}

function unlaid(lost: LostRoute): Change {
  const { resource, line } = lost.blockage.hop;
  const instead = line === undefined ? '' : ` That to ${line} is dead, and no other takes over where it is deleted.`;
  return {
    summary: `Add a route to ${listed(rangesOf(lost))} to ${resource}, by the gateway that leads there.${instead}`,
    commands: [awsCommand(lost.arn, `ec2 describe-route-tables --route-table-ids ${resource}`)],
    changes: null,
  };
}

function rangesOf(lost: LostRoute): readonly string[] {
  return subnetRanges(endsOf(lost), lost.subnets);
}

/** Where the packets that are lost should come to, from every place. */
function endsOf({ blockage, packets }: LostRoute): readonly Station[] {
  return blockage.hops.map(({ flow }) => (packets === 'request' ? flow.destination : flow.source));
}

function commandOf(verb: string, { arn, blockage }: LostRoute, destination: string, ...target: readonly string[]) {
  const table = `--route-table-id ${blockage.hop.resource}`;
  return awsCommand(arn, `ec2 ${verb}`, table, `${optionOf(destination)} ${destination}`, ...target);
}

function optionOf(destination: string): string {
  if (destination.startsWith('pl-')) return '--destination-prefix-list-id';
  return destination.includes(':') ? '--destination-ipv6-cidr-block' : '--destination-cidr-block';
}

import type { Fix } from '../model/diagnosis.ts';
import type { VantagePath } from '../model/evidence.ts';
import type { Hop } from '../model/flow.ts';
import type { Subnet } from '../model/inventory.ts';
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
  readonly arn: string;
};

type Change = { readonly summary: string } & Pick<Fix, 'commands' | 'changes'>;

/**
 * What mends a route: the packets of the other direction tell the peering connection that they came by. Without it a
 * dead route is deleted, so that the next best takes over; a missing one is for its owner to lay, who knows the gateway.
 */
export function routeFix(lost: LostRoute): Fix {
  return {
    ...changeOf(lost),
    cdk: 'declare the route (ec2.CfnRoute) in the stack of what it leads to, so that both go together',
    confirm: 'Check again: the connections are accepted within seconds, the load balancer follows after its threshold.',
  };
}

function changeOf(lost: LostRoute): Change {
  const { hop } = lost.blockage;
  const peering = peeringOf(lost);
  if (peering !== undefined) return byPeering(lost, peering);
  return hop.line === undefined ? unlaid(lost) : deleted(lost, hop.line);
}

/** The peering connection that packets of the other direction take at the places concerned. */
function peeringOf({ blockage, packets, paths }: LostRoute): string | undefined {
  const places = blockage.hops.map(({ vantagePoint }) => vantagePoint.id);
  return paths
    .filter(({ vantagePoint }) => places.includes(vantagePoint.id))
    .flatMap(({ path }): readonly Hop[] => (packets === 'request' ? path.return : path.forward))
    .find(({ kind, decision }) => kind === 'peering' && decision === 'allow')?.resource;
}

function byPeering(lost: LostRoute, peering: string): Change {
  const { hop } = lost.blockage;
  const verb = hop.line === undefined ? 'create-route' : 'replace-route';
  const destinations = hop.line === undefined ? rangesOf(lost) : [hop.line];
  return {
    summary: `Let ${hop.resource} send what is for ${listed(destinations)} by ${peering}, by which the other direction goes.`,
    commands: destinations.map((one) => commandOf(verb, lost, one, `--vpc-peering-connection-id ${peering}`)),
    changes: destinations.map((destination) => ({
      ...{ kind: 'put-route', routeTableId: hop.resource },
      route: { destination, target: peering, state: 'active' },
    })),
  };
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
  const { resource } = lost.blockage.hop;
  return {
    summary: `Add a route to ${listed(rangesOf(lost))} to ${resource}, by the gateway that leads there.`,
    commands: [awsCommand(lost.arn, `ec2 describe-route-tables --route-table-ids ${resource}`)],
    changes: null,
  };
}

function rangesOf({ blockage, packets, subnets }: LostRoute): readonly string[] {
  const ends = blockage.hops.map(({ flow }) => (packets === 'request' ? flow.destination : flow.source));
  return subnetRanges(ends, subnets);
}

function commandOf(verb: string, { arn, blockage }: LostRoute, destination: string, ...target: readonly string[]) {
  const table = `--route-table-id ${blockage.hop.resource}`;
  return awsCommand(arn, `ec2 ${verb}`, table, `${optionOf(destination)} ${destination}`, ...target);
}

function optionOf(destination: string): string {
  if (destination.startsWith('pl-')) return '--destination-prefix-list-id';
  return destination.includes(':') ? '--destination-ipv6-cidr-block' : '--destination-cidr-block';
}

import type { Fix } from '../model/diagnosis.ts';
import type { LoadBalancer, RouteTable } from '../model/inventory.ts';
import type { InternetGateway } from '../model/network.ts';
import { awsCommand } from './aws-command.ts';
import type { ClientBlockage } from './client-blockages.ts';
import { CLIENT_CONFIRM } from './client-confirm.ts';
import { listed } from './listed.ts';

/** What keeps an internet-facing load balancer's subnets from the internet, and what it can be mended with. */
export type LostInternet = ClientBlockage & {
  readonly loadBalancer: LoadBalancer;
  readonly routeTables: readonly RouteTable[];
  readonly internetGateways: readonly InternetGateway[];
};
type Mend = Pick<Fix, 'summary' | 'commands' | 'changes'>;

/**
 * What lets the internet in again: the missing route, in a table that serves this load balancer alone. A table that
 * others use is left as it is, since the route would let the internet reach for their subnets too.
 */
export function internetRouteFix(lost: LostInternet): Fix {
  return { ...mendOf(lost), cdk: 'place the load balancer in ec2.SubnetType.PUBLIC subnets', confirm: CLIENT_CONFIRM };
}

function mendOf(lost: LostInternet): Mend {
  const { hop, loadBalancer } = lost;
  const { arn, vpcId } = loadBalancer;
  if (hop.kind === 'block-public-access') return excluded(lost);
  const gateway = gatewayOf(lost);
  if (gateway === undefined) {
    return {
      summary: `Attach an internet gateway to ${vpcId} and route the load balancer's subnets to it; or make the load balancer an internal one.`,
      commands: [awsCommand(arn, `ec2 describe-internet-gateways --filters Name=attachment.vpc-id,Values=${vpcId}`)],
      changes: null,
    };
  }
  const table = lost.routeTables.find(({ id }) => id === hop.resource);
  const elsewhere = leadsElsewhere(lost, table);
  return elsewhere || servesOthers(lost, table) ? moved(lost, table, gateway.id) : laid(lost, table, gateway.id);
}

function excluded({ paths, loadBalancer: { arn } }: LostInternet): Mend {
  const subnets = subnetsOf(paths);
  return {
    summary: `Leave ${listed(subnets)} out of VPC block public access, if whoever set it agrees.`,
    commands: subnets.map((id) =>
      awsCommand(
        arn,
        `ec2 create-vpc-block-public-access-exclusion --subnet-id ${id}`,
        '--internet-gateway-exclusion-mode allow-bidirectional',
      ),
    ),
    changes: null,
  };
}

function gatewayOf({ internetGateways, loadBalancer: { vpcId } }: LostInternet): InternetGateway | undefined {
  return internetGateways.find(({ egressOnly, vpcIds }) => !egressOnly && vpcIds.includes(vpcId));
}

/** A default route that works leads what stands in the subnet out by another way, which it may rely on. */
function leadsElsewhere({ hop }: LostInternet, table: RouteTable | undefined): boolean {
  return table?.routes.some(({ destination, state }) => destination === hop.line && state === 'active') ?? false;
}

function servesOthers({ loadBalancer: { zones } }: LostInternet, table: RouteTable | undefined): boolean {
  const own = zones.map(({ subnetId }) => subnetId);
  return table === undefined || table.main || table.subnetIds.some((id) => !own.includes(id));
}

/** The same subnets with a table that leads everybody's answers to the gateway already, or one to be made. */
function moved(lost: LostInternet, table: RouteTable | undefined, gatewayId: string): Mend {
  const { hop, paths, routeTables, loadBalancer } = lost;
  const { arn, vpcId } = loadBalancer;
  const subnets = subnetsOf(paths);
  const better = routeTables.find(
    (one) => one.vpcId === vpcId && !one.main && ['0.0.0.0/0', ...wantedBy(paths)].every(leadsThere(one, gatewayId)),
  );
  const to = better === undefined ? `a route table of their own with a route to ${gatewayId}` : better.id;
  const summary = `Give ${listed(subnets)} ${to}, in place of ${hop.resource}, on which others rely.`;
  const explicit = table?.subnetIds.some((id) => subnets.includes(id)) ?? false;
  if (better === undefined || explicit) {
    const query = "--query 'RouteTables[].Associations'";
    return {
      summary,
      commands: [awsCommand(arn, `ec2 describe-route-tables --route-table-ids ${hop.resource} ${query}`)],
      changes: null,
    };
  }
  const commands = subnets.map((id) =>
    awsCommand(arn, `ec2 associate-route-table --route-table-id ${better.id} --subnet-id ${id}`),
  );
  const changes = subnets.map(
    (subnetId) => ({ kind: 'associate-route-table', routeTableId: better.id, subnetId }) as const,
  );
  return { summary, commands, changes };
}

function leadsThere({ routes }: RouteTable, gatewayId: string): (destination: string) => boolean {
  return (wanted) =>
    routes.some(
      ({ destination, target, state }) => destination === wanted && target === gatewayId && state === 'active',
    );
}

/** Where to answers have to find, by what is refused. */
function wantedBy(paths: LostInternet['paths']): readonly string[] {
  return [...new Set(paths.flatMap(({ admit }) => admit).map((range) => (range.includes(':') ? '::/0' : '0.0.0.0/0')))];
}

function laid(
  { hop, paths, loadBalancer: { arn } }: LostInternet,
  table: RouteTable | undefined,
  gatewayId: string,
): Mend {
  const wanted = wantedBy(paths);
  const taken = (destination: string) => table?.routes.some((route) => route.destination === destination) ?? false;
  return {
    summary: `Let ${hop.resource} send ${listed(wanted)} to ${gatewayId}. That is everybody, whom an internet-facing load balancer has to answer.`,
    commands: wanted.map((destination) =>
      awsCommand(
        arn,
        `ec2 ${taken(destination) ? 'replace-route' : 'create-route'} --route-table-id ${hop.resource}`,
        `${destination.includes(':') ? '--destination-ipv6-cidr-block' : '--destination-cidr-block'} ${destination}`,
        `--gateway-id ${gatewayId}`,
      ),
    ),
    changes: wanted.map((destination) => ({
      ...{ kind: 'put-route', routeTableId: hop.resource },
      route: { destination, target: gatewayId, state: 'active' },
    })),
  };
}

function subnetsOf(paths: LostInternet['paths']): readonly string[] {
  return [...new Set(paths.flatMap(({ subnetId }) => subnetId ?? []))];
}

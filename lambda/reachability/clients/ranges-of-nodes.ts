import type { Inventory, LoadBalancer, NetworkInterface } from '../../model/inventory.ts';
import { oncePer } from '../once-per.ts';
import { readSpan, type Span } from '../read-span.ts';
import { singleCidr } from '../single-cidr.ts';
import { rangesOfSubnet } from './ranges-of-subnet.ts';

/**
 * Where a load balancer's nodes stand and no client: the ranges of those of its subnets in which nobody else stands who may
 * be one, and its nodes' own addresses in the others. None where interfaces were not read.
 */
export function rangesOfNodes(inventory: Inventory, { arn, zones }: LoadBalancer): readonly Span[] {
  const { networkInterfaces } = inventory;
  if (!networkInterfaces.known) return [];
  const standing = bySubnet(networkInterfaces.value);
  const description = `ELB ${arn.split(':loadbalancer/')[1]}`;
  return zones.flatMap(({ subnetId }) => {
    const all = standing.get(subnetId) ?? [];
    const nodes = all.filter((one) => one.description === description);
    return all.some(mayBeClient) ? nodes.flatMap(addressesOf) : rangesOfSubnet(inventory, subnetId);
  });
}

/** Load balancers' nodes, what only passes on or is only dialled, and our own probers are no clients. */
function mayBeClient({ interfaceType, description }: NetworkInterface): boolean {
  return !(description.startsWith('ELB ') || NO_CLIENTS.includes(interfaceType) || PROBER.test(description));
}

/** https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_NetworkInterface.html; `nat_gateway`: general knowledge. */
const NO_CLIENTS = [
  ...['natGateway', 'nat_gateway', 'transit_gateway', 'vpc_endpoint', 'gateway_load_balancer_endpoint'],
  ...['load_balancer', 'network_load_balancer', 'gateway_load_balancer'],
];
/** As Lambda describes the interface of a function (general knowledge), and as the construct names its probers. */
const PROBER = /^AWS Lambda VPC ENI-.+-prober-[0-9a-f]{8}-/;

const bySubnet = oncePer((interfaces: readonly NetworkInterface[]) =>
  Map.groupBy(interfaces, ({ subnetId }) => subnetId),
);

function addressesOf({ addresses, ipv6Addresses }: NetworkInterface): readonly Span[] {
  const own = [...addresses.map(({ address }) => address), ...ipv6Addresses];
  return own.map((address) => readSpan(singleCidr(address))).filter((span) => span !== null);
}

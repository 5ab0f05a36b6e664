import { contains, parseCidr } from '../../lambda/model/address.ts';
import type { NetworkInterface, RouteTable } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import type { Devices } from './fabric-rules.ts';
import { isNetworkNode } from './is-network-node.ts';
import { nodeMark } from './node-mark.ts';

/**
 * The VPC's route tables as a script for `ip -batch`: one kernel table for each, chosen by the device that a packet came
 * in by. A `local` route leads to the interfaces that are up, unless a more specific one takes their address away;
 * everything else, a gateway included (there is no world beyond), is a blackhole: silence, as in a VPC. Answers to what a
 * Network Load Balancer's node sent on with a client's address go to the node, where a route leads there.
 */
export function fabricRoutes(world: World, devices: Devices): string {
  const gone = new Set(world.hosts.filter((host) => !host.up).map((host) => host.interfaceId));
  const reachable = world.networkInterfaces.filter((one) => devices.has(one.id) && !gone.has(one.id));
  const deliveries = reachable.flatMap((one) =>
    one.addresses.map(({ address }) => ({ vpcId: one.vpcId, address, route: `${address} dev ${devices.get(one.id)}` })),
  );
  const tables = world.routeTables.flatMap((table, index) => {
    const number = 100 + index;
    const inVpc = deliveries.filter(({ vpcId, address }) => vpcId === table.vpcId && isLocal(table, address));
    return [
      // A table exists once it holds a route, and only then can it be emptied.
      `route replace blackhole default table ${number}`,
      `route flush table ${number}`,
      ...inVpc.map((delivery) => `route replace ${delivery.route} table ${number}`),
      `route replace blackhole default table ${number}`,
    ];
  });
  const choices = world.networkInterfaces.flatMap((one) => {
    const device = devices.get(one.id);
    const index = world.routeTables.indexOf(tableOf(world, one.subnetId, one.vpcId) as RouteTable);
    return device === undefined ? [] : [`rule add iif ${device} lookup ${100 + index} priority 1000`];
  });
  const nodes = world.networkInterfaces.filter((one) => isNetworkNode(one) && devices.has(one.id));
  const back = nodes.flatMap((node) => wayBack(world, devices, node));
  return [...tables, 'rule flush', 'rule add lookup main priority 32766', ...choices, ...back, ''].join('\n');
}

function wayBack(world: World, devices: Devices, node: NetworkInterface): string[] {
  const device = devices.get(node.id) ?? '';
  const address = node.addresses.find((one) => one.primary)?.address ?? '';
  const mark = nodeMark(device);
  const answering = world.networkInterfaces.filter(({ subnetId, vpcId }) => {
    const table = tableOf(world, subnetId, vpcId);
    return table !== undefined && isLocal(table, address);
  });
  return [
    `route replace default via ${address} dev ${device} onlink table ${mark}`,
    ...answering.flatMap(({ id }) =>
      devices.has(id) ? [`rule add fwmark ${mark} iif ${devices.get(id)} lookup ${mark} priority 500`] : [],
    ),
    `rule add fwmark ${mark} blackhole priority 501`,
  ];
}

/**
 * Whether the longest prefix that holds an address is the VPC's own
 * (https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html).
 */
function isLocal({ routes }: RouteTable, address: string): boolean {
  const single = parseCidr(address);
  const matching = routes.flatMap(({ destination, target }) => {
    const range = parseCidr(destination);
    return single !== null && range !== null && contains(range, single) ? [{ target, prefix: range.prefix }] : [];
  });
  return matching.toSorted((a, b) => b.prefix - a.prefix)[0]?.target === 'local';
}

/** A subnet that is associated with no table uses its VPC's main one. */
function tableOf(world: World, subnetId: string, vpcId: string): RouteTable | undefined {
  const own = world.routeTables.find((table) => table.subnetIds.includes(subnetId));
  return own ?? world.routeTables.find((table) => table.main && table.vpcId === vpcId);
}

import type { NetworkInterface, Subnet } from '../../lambda/model/inventory.ts';
import type { Naming } from './naming.ts';
import { groupId } from './shop-groups.ts';
import type { World } from './world.ts';

/** Where one machine stands and what it serves. */
export type Machine = {
  readonly service: string;
  readonly port: number;
  readonly instanceId: string;
  readonly address: string;
  readonly zone: string;
};

type Shop = Pick<World, 'instances' | 'instanceStatuses' | 'hosts' | 'networkInterfaces'> & {
  readonly machines: readonly Machine[];
};

const SERVICES = [
  { service: 'web', port: 8080, zones: 3, last: 21 },
  { service: 'api', port: 9090, zones: 2, last: 31 },
  { service: 'orders', port: 7000, zones: 2, last: 41 },
];

/** The machines, one of each service in each of its zones (`web-a`), with a process that listens. */
export function shopMachines(names: Naming, app: readonly Subnet[]): Shop {
  const placed = SERVICES.flatMap(({ service, port, zones, last }) =>
    app.slice(0, zones).map((subnet, index) => {
      const name = `${service}-${subnet.zone.at(-1)}`;
      const address = subnet.cidr.replace('0/24', String(last + index));
      const instanceId = names.id('i', name);
      return {
        service,
        port,
        name,
        address,
        subnet,
        zone: subnet.zone,
        instanceId,
        interfaceId: names.id('eni', name),
      };
    }),
  );
  return {
    machines: placed,
    instances: placed.map((one) => ({
      id: one.instanceId,
      name: one.name,
      state: 'running',
      vpcId: names.vpcId,
      subnetId: one.subnet.id,
      primaryAddress: one.address,
    })),
    instanceStatuses: placed.map((one) => ({ instanceId: one.instanceId, system: 'ok', instance: 'ok' })),
    hosts: placed.map((one) => ({
      instanceId: one.instanceId,
      interfaceId: one.interfaceId,
      up: true,
      processes: [{ name: one.service, port: one.port, bind: 'any', behaviour: 'answer' }],
    })),
    networkInterfaces: placed.map(
      (one): NetworkInterface => ({
        id: one.interfaceId,
        description: '',
        interfaceType: 'interface',
        vpcId: names.vpcId,
        subnetId: one.subnet.id,
        zone: one.zone,
        status: 'in-use',
        groups: [groupId(names, one.service)],
        addresses: [{ address: one.address, primary: true, publicAddress: null }],
        ipv6Addresses: [],
        attachment: { instanceId: one.instanceId, deviceIndex: 0 },
      }),
    ),
  };
}

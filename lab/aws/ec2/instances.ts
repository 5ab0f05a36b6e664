import type { Instance, NetworkInterface } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import { groupSet } from './group-set.ts';
import { nameTag } from './name-tag.ts';
import type { Noun } from './noun.ts';
import { stateCode } from './state-code.ts';

/**
 * `DescribeInstances`, each instance in a reservation of its own. What the world does not declare (image, type, launch
 * time) is not invented.
 */
export const instances: Noun = {
  operation: 'DescribeInstances',
  resultSet: 'reservationSet',
  id: {
    parameter: 'InstanceId',
    at: 'instanceId',
    notFound: 'InvalidInstanceID.NotFound',
    wording: (id) => `The instance ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: 'instancesSet',
  filters: {
    'availability-zone': 'placement.availabilityZone',
    'instance-id': 'instanceId',
    'instance-state-code': 'instanceState.code',
    'instance-state-name': 'instanceState.name',
    'instance.group-id': 'groupSet.groupId',
    'instance.group-name': 'groupSet.groupName',
    'network-interface.addresses.primary': 'networkInterfaceSet.privateIpAddressesSet.primary',
    'network-interface.addresses.private-ip-address': 'networkInterfaceSet.privateIpAddressesSet.privateIpAddress',
    'network-interface.group-id': 'networkInterfaceSet.groupSet.groupId',
    'network-interface.network-interface-id': 'networkInterfaceSet.networkInterfaceId',
    'network-interface.subnet-id': 'networkInterfaceSet.subnetId',
    'network-interface.vpc-id': 'networkInterfaceSet.vpcId',
    'private-ip-address': 'privateIpAddress',
    'subnet-id': 'subnetId',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.instances.map((instance) => treeOf(instance, world)),
  wrap: (tree, world) => ({
    reservationId: derivedId('r', String(tree['instanceId'])),
    ownerId: world.accountId,
    groupSet: [],
    instancesSet: [tree],
  }),
};

function treeOf(instance: Instance, world: World): TreeObject {
  const attached = world.networkInterfaces.filter(({ attachment }) => attachment?.instanceId === instance.id);
  const first = attached.find(({ attachment }) => attachment?.deviceIndex === 0);
  return {
    instanceId: instance.id,
    instanceState: { code: stateCode(instance.state), name: instance.state },
    vpcId: instance.vpcId,
    subnetId: instance.subnetId,
    privateIpAddress: instance.primaryAddress,
    placement: { availabilityZone: world.subnets.find(({ id }) => id === instance.subnetId)?.zone },
    groupSet: groupSet(first?.groups ?? [], world),
    networkInterfaceSet: attached.map((networkInterface) => interfaceOf(networkInterface, world)),
    tagSet: nameTag(instance.name),
  };
}

function interfaceOf(networkInterface: NetworkInterface, world: World): TreeObject {
  const { addresses, attachment } = networkInterface;
  return {
    networkInterfaceId: networkInterface.id,
    description: networkInterface.description,
    interfaceType: networkInterface.interfaceType,
    status: networkInterface.status,
    vpcId: networkInterface.vpcId,
    subnetId: networkInterface.subnetId,
    ownerId: world.accountId,
    privateIpAddress: addresses.find(({ primary }) => primary)?.address,
    privateIpAddressesSet: addresses.map(({ address, primary }) => ({ privateIpAddress: address, primary })),
    ipv6AddressesSet: networkInterface.ipv6Addresses.map((ipv6Address) => ({ ipv6Address })),
    groupSet: groupSet(networkInterface.groups, world),
    attachment: { deviceIndex: attachment?.deviceIndex, status: 'attached' },
  };
}

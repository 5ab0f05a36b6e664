import type { NetworkInterface } from '../../../lambda/model/inventory.ts';
import type { World } from '../../world/world.ts';
import type { Tree, TreeObject } from '../codecs/tree.ts';
import { derivedId } from './derived-id.ts';
import { groupSet } from './group-set.ts';
import type { Noun } from './noun.ts';

/** `DescribeNetworkInterfaces`. */
export const networkInterfaces: Noun = {
  operation: 'DescribeNetworkInterfaces',
  resultSet: 'networkInterfaceSet',
  id: {
    parameter: 'NetworkInterfaceId',
    at: 'networkInterfaceId',
    notFound: 'InvalidNetworkInterfaceID.NotFound',
    wording: (id) => `The networkInterface ID '${id}' does not exist`,
  },
  maxResults: [5, 1000],
  excludesMaxResults: 'networkInterfaceIdSet',
  filters: {
    'addresses.association.owner-id': 'privateIpAddressesSet.association.ipOwnerId',
    'addresses.association.public-ip': 'privateIpAddressesSet.association.publicIp',
    'addresses.primary': 'privateIpAddressesSet.primary',
    'addresses.private-ip-address': 'privateIpAddressesSet.privateIpAddress',
    'association.ip-owner-id': 'association.ipOwnerId',
    'association.public-ip': 'association.publicIp',
    'attachment.attachment-id': 'attachment.attachmentId',
    'attachment.device-index': 'attachment.deviceIndex',
    'attachment.instance-id': 'attachment.instanceId',
    'attachment.instance-owner-id': 'attachment.instanceOwnerId',
    'attachment.status': 'attachment.status',
    'availability-zone': 'availabilityZone',
    description: 'description',
    'group-id': 'groupSet.groupId',
    'interface-type': 'interfaceType',
    'ipv6-addresses.ipv6-address': 'ipv6AddressesSet.ipv6Address',
    'network-interface-id': 'networkInterfaceId',
    'owner-id': 'ownerId',
    'private-ip-address': 'privateIpAddressesSet.privateIpAddress',
    'requester-managed': 'requesterManaged',
    status: 'status',
    'subnet-id': 'subnetId',
    'vpc-id': 'vpcId',
  },
  trees: (world) => world.networkInterfaces.map((networkInterface) => treeOf(networkInterface, world)),
};

function treeOf(networkInterface: NetworkInterface, world: World): TreeObject {
  const primary = networkInterface.addresses.find((address) => address.primary);
  return {
    networkInterfaceId: networkInterface.id,
    description: networkInterface.description,
    interfaceType: networkInterface.interfaceType,
    vpcId: networkInterface.vpcId,
    subnetId: networkInterface.subnetId,
    availabilityZone: networkInterface.zone,
    ownerId: world.accountId,
    requesterManaged: isManaged(networkInterface),
    status: networkInterface.status,
    privateIpAddress: primary?.address,
    association: associationOf(primary?.publicAddress),
    privateIpAddressesSet: networkInterface.addresses.map((address) => ({
      privateIpAddress: address.address,
      primary: address.primary,
      association: associationOf(address.publicAddress),
    })),
    ipv6AddressesSet: networkInterface.ipv6Addresses.map((ipv6Address) => ({ ipv6Address })),
    ipv4PrefixSet: prefixesOf(networkInterface, 4).map((ipv4Prefix) => ({ ipv4Prefix })),
    ipv6PrefixSet: prefixesOf(networkInterface, 6).map((ipv6Prefix) => ({ ipv6Prefix })),
    groupSet: groupSet(networkInterface.groups, world),
    attachment: attachmentOf(networkInterface, world),
    tagSet: [],
  };
}

function prefixesOf({ prefixes = [] }: NetworkInterface, family: 4 | 6): readonly string[] {
  return prefixes.filter((prefix) => prefix.includes(':') === (family === 6));
}

/** A load balancer's nodes and whatever else AWS made for a service of its own. */
function isManaged({ description, interfaceType }: NetworkInterface): boolean {
  return interfaceType !== 'interface' || description.startsWith('ELB ');
}

function associationOf(publicIp: string | null | undefined): Tree {
  return publicIp === null || publicIp === undefined ? undefined : { publicIp, ipOwnerId: 'amazon' };
}

/** What AWS attached for itself has an owner, but no instance. */
function attachmentOf({ id, attachment }: NetworkInterface, world: World): Tree {
  if (attachment === null) return undefined;
  return {
    attachmentId: derivedId(attachment.instanceId === null ? 'ela-attach' : 'eni-attach', id),
    instanceId: attachment.instanceId,
    instanceOwnerId: attachment.instanceId === null ? 'amazon-aws' : world.accountId,
    deviceIndex: attachment.deviceIndex,
    status: 'attached',
  };
}

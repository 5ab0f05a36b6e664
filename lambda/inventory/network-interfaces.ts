import { type NetworkInterface as AwsNetworkInterface, DescribeNetworkInterfacesCommand } from '@aws-sdk/client-ec2';
import type { NetworkInterface } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { required } from './required.ts';

/** `DescribeNetworkInterfaces`, for VPC ids. */
export const networkInterfaces: Call<AwsNetworkInterface, NetworkInterface> = {
  action: 'ec2:DescribeNetworkInterfaces',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const request = new DescribeNetworkInterfacesCommand({ Filters, MaxResults: 1000, NextToken: token });
    const answer = await ec2.send(request);
    return { items: required(answer.NetworkInterfaces, 'NetworkInterfaces'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.NetworkInterfaceId, 'NetworkInterfaceId'),
    description: raw.Description ?? '',
    interfaceType: required(raw.InterfaceType, 'InterfaceType'),
    vpcId: required(raw.VpcId, 'VpcId'),
    subnetId: required(raw.SubnetId, 'SubnetId'),
    zone: required(raw.AvailabilityZone, 'AvailabilityZone'),
    status: required(raw.Status, 'Status'),
    groups: required(raw.Groups, 'Groups').map(({ GroupId }) => required(GroupId, 'GroupId')),
    addresses: (raw.PrivateIpAddresses ?? []).map((address) => ({
      address: required(address.PrivateIpAddress, 'PrivateIpAddress'),
      primary: address.Primary === true,
      publicAddress: address.Association?.PublicIp ?? null,
    })),
    ipv6Addresses: (raw.Ipv6Addresses ?? []).map(({ Ipv6Address }) => required(Ipv6Address, 'Ipv6Address')),
    ...prefixesOf(raw),
    attachment: attachmentOf(raw),
  }),
};

function prefixesOf({ Ipv4Prefixes = [], Ipv6Prefixes = [] }: AwsNetworkInterface): Pick<NetworkInterface, 'prefixes'> {
  const v4 = Ipv4Prefixes.map(({ Ipv4Prefix }) => required(Ipv4Prefix, 'Ipv4Prefix'));
  const v6 = Ipv6Prefixes.map(({ Ipv6Prefix }) => required(Ipv6Prefix, 'Ipv6Prefix'));
  return v4.length + v6.length === 0 ? {} : { prefixes: [...v4, ...v6] };
}

function attachmentOf({ Attachment }: AwsNetworkInterface): NetworkInterface['attachment'] {
  if (Attachment === undefined) return null;
  return { instanceId: Attachment.InstanceId ?? null, deviceIndex: Attachment.DeviceIndex ?? null };
}

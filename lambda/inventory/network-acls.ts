import {
  type NetworkAcl as AwsNetworkAcl,
  type NetworkAclEntry as AwsNetworkAclEntry,
  DescribeNetworkAclsCommand,
} from '@aws-sdk/client-ec2';
import type { NetworkAcl, NetworkAclEntry } from '../model/inventory.ts';
import type { Call } from './call.ts';
import { oneOf } from './one-of.ts';
import { required } from './required.ts';

/** `DescribeNetworkAcls`, for VPC ids. The implicit deny (entry 32767) is kept as any other entry. */
export const networkAcls: Call<AwsNetworkAcl, NetworkAcl> = {
  action: 'ec2:DescribeNetworkAcls',
  batch: 200,
  page: async ({ ec2 }, vpcIds, token) => {
    const Filters = [{ Name: 'vpc-id', Values: vpcIds }];
    const answer = await ec2.send(new DescribeNetworkAclsCommand({ Filters, MaxResults: 1000, NextToken: token }));
    return { items: required(answer.NetworkAcls, 'NetworkAcls'), next: answer.NextToken };
  },
  noun: (raw) => ({
    id: required(raw.NetworkAclId, 'NetworkAclId'),
    vpcId: required(raw.VpcId, 'VpcId'),
    isDefault: required(raw.IsDefault, 'IsDefault'),
    subnetIds: required(raw.Associations, 'Associations').map(({ SubnetId }) => required(SubnetId, 'SubnetId')),
    entries: required(raw.Entries, 'Entries').map(entryOf),
  }),
};

function entryOf(raw: AwsNetworkAclEntry): NetworkAclEntry {
  return {
    ruleNumber: required(raw.RuleNumber, 'RuleNumber'),
    egress: required(raw.Egress, 'Egress'),
    protocol: required(raw.Protocol, 'Protocol'),
    action: oneOf(raw.RuleAction, ['allow', 'deny'], 'RuleAction'),
    cidr: required(raw.CidrBlock ?? raw.Ipv6CidrBlock, 'CidrBlock'),
    fromPort: raw.PortRange === undefined ? null : required(raw.PortRange.From, 'PortRange.From'),
    toPort: raw.PortRange === undefined ? null : required(raw.PortRange.To, 'PortRange.To'),
  };
}

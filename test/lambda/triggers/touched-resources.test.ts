import { expect, it } from 'vitest';
import { touchedResources } from '../../../lambda/triggers/touched-resources.ts';

it.each<[string, unknown, readonly string[]]>([
  ['nothing', null, []],
  ['ids at any depth, once', { a: [{ b: 'sg-1' }, { c: { d: 'sg-1' } }], e: 'acl-1' }, ['acl-1', 'sg-1']],
  [
    'not the other side of a rule',
    { groupId: 'sg-1', ipPermissions: { items: [{ groupId: 'sg-2' }] }, ReferencedGroupId: 'sg-3' },
    ['sg-1'],
  ],
  ['not the prefix list that a rule admits', { ruleId: 'sgr-1', ipProtocol: 'tcp', prefixListId: 'pl-1' }, ['sgr-1']],
  ['a prefix list itself', { PrefixListId: 'pl-1', CurrentVersion: 1 }, ['pl-1']],
  [
    'not what a route leads to',
    { routeTableId: 'rtb-1', destinationPrefixListId: 'pl-1', natGatewayId: 'nat-1' },
    ['rtb-1'],
  ],
  [
    'not what people write',
    { Description: 'sg-1', tagSet: { items: [{ key: 'a', value: 'sg-2' }] }, clientToken: 'i-1' },
    [],
  ],
  ['not text that begins like an id', { name: 'i-am a name', path: 'sg-1/2' }, []],
  [
    "targets' and interfaces' addresses",
    { targets: [{ id: '10.0.1.5' }, { id: '2001:db8::9' }], privateIpAddress: '10.0.1.6' },
    ['10.0.1.5', '10.0.1.6', '2001:db8::9'],
  ],
  ['not the address of a caller', { sourceIp: '10.0.1.5', cidrIp: '10.0.1.0/24' }, []],
  [
    'not what a route of a transit gateway leads to',
    {
      transitGatewayRouteTableId: 'tgw-rtb-1',
      destinationCidrBlock: '::/0',
      transitGatewayAttachmentId: 'tgw-attach-1',
    },
    ['tgw-rtb-1'],
  ],
  ['what an ARN of EC2 names', { resourceArn: 'arn:aws:ec2:eu-west-1:1:subnet/subnet-1' }, ['subnet-1']],
  ['a VPC, where nothing narrower is named', { vpcId: 'vpc-1' }, ['vpc-1']],
  ['no VPC beside something narrower', { vpcId: 'vpc-1', internetGatewayId: 'igw-1' }, ['igw-1']],
  ['no ARN of other services', { roleArn: 'arn:aws:iam::1:role/x' }, []],
  ['nothing of what is nested without end', nested(100), []],
])('finds %s', (_, part, expected) => {
  expect(touchedResources(part)).toEqual(expected);
});

it('reads what was asked and what was answered, and not without end', () => {
  expect(touchedResources({ groupId: 'sg-1' }, { rule: 'sgr-1' })).toEqual(['sg-1', 'sgr-1']);
  expect(touchedResources(Array.from({ length: 2000 }, (_, index) => `sg-${index}`))).toHaveLength(500);
});

function nested(depth: number): unknown {
  return depth === 0 ? 'sg-1' : { a: nested(depth - 1) };
}

import { expect, it } from 'vitest';
import { subnets } from '../../../lambda/inventory/subnets.ts';

const SUBNET = {
  SubnetId: 'subnet-1',
  VpcId: 'vpc-1',
  AvailabilityZone: 'eu-west-1a',
  CidrBlock: '10.0.0.0/24',
  AvailableIpAddressCount: 9,
};
const RANGES = [
  { Ipv6CidrBlock: '2001:db8::/64', Ipv6CidrBlockState: { State: 'associated' } },
  { Ipv6CidrBlock: '2001:db8:1::/64', Ipv6CidrBlockState: { State: 'disassociated' } },
];

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'a name',
    raw: {
      ...SUBNET,
      Tags: [
        { Key: 'Owner', Value: 'us' },
        { Key: 'Name', Value: 'edge' },
      ],
    },
    noun: {
      id: 'subnet-1',
      name: 'edge',
      zone: 'eu-west-1a',
      cidr: '10.0.0.0/24',
      ipv6Cidrs: [],
      availableAddresses: 9,
    },
  },
  { situation: 'an empty name', raw: { ...SUBNET, Tags: [{ Key: 'Name', Value: '' }] }, noun: { name: null } },
  {
    situation: 'a range in force and a former one',
    raw: { ...SUBNET, Ipv6CidrBlockAssociationSet: RANGES },
    noun: { name: null, ipv6Cidrs: ['2001:db8::/64'] },
  },
  { situation: 'IPv6 only', raw: { ...SUBNET, CidrBlock: undefined, Ipv6Native: true }, noun: { cidr: '' } },
])('$situation', ({ raw, noun }) => {
  expect(subnets.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'CidrBlock is missing', raw: { ...SUBNET, CidrBlock: undefined } },
  { said: 'AvailableIpAddressCount is not a number', raw: { ...SUBNET, AvailableIpAddressCount: Number.NaN } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => subnets.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});

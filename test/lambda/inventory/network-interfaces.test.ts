import { expect, it } from 'vitest';
import { networkInterfaces } from '../../../lambda/inventory/network-interfaces.ts';

const INTERFACE = {
  NetworkInterfaceId: 'eni-1',
  InterfaceType: 'interface',
  VpcId: 'vpc-1',
  SubnetId: 'subnet-1',
  AvailabilityZone: 'eu-west-1a',
  Status: 'in-use',
  Groups: [{ GroupId: 'sg-1' }],
};
const ADDRESSES = [
  { PrivateIpAddress: '10.0.0.5', Primary: true, Association: { PublicIp: '192.0.2.1' } },
  { PrivateIpAddress: '10.0.0.6' },
];

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'an instance',
    raw: { ...INTERFACE, Attachment: { InstanceId: 'i-1', DeviceIndex: 0 } },
    noun: { groups: ['sg-1'], description: '', attachment: { instanceId: 'i-1', deviceIndex: 0 } },
  },
  {
    situation: 'a node of a load balancer',
    raw: { ...INTERFACE, Description: 'ELB app/x/1', Attachment: {} },
    noun: { description: 'ELB app/x/1', attachment: { instanceId: null, deviceIndex: null } },
  },
  {
    situation: 'addresses of both families',
    raw: { ...INTERFACE, PrivateIpAddresses: ADDRESSES, Ipv6Addresses: [{ Ipv6Address: '2001:db8::5' }] },
    noun: {
      addresses: [
        { address: '10.0.0.5', primary: true, publicAddress: '192.0.2.1' },
        { address: '10.0.0.6', primary: false, publicAddress: null },
      ],
      ipv6Addresses: ['2001:db8::5'],
    },
  },
  {
    situation: 'ranges delegated to it',
    raw: {
      ...INTERFACE,
      Ipv4Prefixes: [{ Ipv4Prefix: '10.0.0.16/28' }],
      Ipv6Prefixes: [{ Ipv6Prefix: '2001:db8::/80' }],
    },
    noun: { prefixes: ['10.0.0.16/28', '2001:db8::/80'] },
  },
  {
    situation: 'attached to nothing',
    raw: { ...INTERFACE, Groups: [] },
    noun: { groups: [], addresses: [], ipv6Addresses: [], attachment: null },
  },
])('$situation', ({ raw, noun }) => {
  expect(networkInterfaces.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'Groups is missing', raw: { ...INTERFACE, Groups: undefined } },
  { said: 'GroupId is missing', raw: { ...INTERFACE, Groups: [{}] } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => networkInterfaces.noun(raw)).toThrow(
    expect.objectContaining({ name: 'MalformedAnswer', message: said }),
  );
});

import { expect, it } from 'vitest';
import { loadBalancers } from '../../../lambda/inventory/load-balancers.ts';

const BALANCER = {
  LoadBalancerArn: 'arn:lb',
  LoadBalancerName: 'lb',
  Type: 'network',
  Scheme: 'internal',
  DNSName: 'lb.example',
  VpcId: 'vpc-1',
  State: { Code: 'active' },
  AvailabilityZones: [{ ZoneName: 'eu-west-1a', SubnetId: 'subnet-1' }],
};
const GATEWAY = { ...BALANCER, Type: 'gateway', Scheme: undefined, DNSName: undefined };

it.each<{ situation: string; raw: object; noun: object }>([
  {
    situation: 'without groups',
    raw: BALANCER,
    noun: {
      type: 'network',
      state: 'active',
      stateReason: null,
      ipAddressType: 'ipv4',
      securityGroups: [],
      zones: [{ zone: 'eu-west-1a', subnetId: 'subnet-1' }],
    },
  },
  {
    situation: 'with groups',
    raw: { ...BALANCER, Type: 'application', SecurityGroups: ['sg-1'], IpAddressType: 'dualstack' },
    noun: { type: 'application', securityGroups: ['sg-1'], ipAddressType: 'dualstack' },
  },
  {
    situation: 'failed',
    raw: { ...BALANCER, State: { Code: 'failed', Reason: 'no addresses' } },
    noun: { state: 'failed', stateReason: 'no addresses' },
  },
  { situation: 'a Gateway Load Balancer', raw: GATEWAY, noun: { type: 'gateway', scheme: 'internal', dnsName: '' } },
])('$situation', ({ raw, noun }) => {
  expect(loadBalancers.noun(raw)).toMatchObject(noun);
});

it.each<{ said: string; raw: object }>([
  { said: 'Type is "mesh", not one of application, network, gateway', raw: { ...BALANCER, Type: 'mesh' } },
  { said: 'Scheme is missing', raw: { ...BALANCER, Scheme: undefined } },
  { said: 'DNSName is missing', raw: { ...BALANCER, DNSName: undefined } },
  { said: 'SubnetId is missing', raw: { ...BALANCER, AvailabilityZones: [{ ZoneName: 'eu-west-1a' }] } },
])('is malformed: $said', ({ said, raw }) => {
  expect(() => loadBalancers.noun(raw)).toThrow(expect.objectContaining({ name: 'MalformedAnswer', message: said }));
});

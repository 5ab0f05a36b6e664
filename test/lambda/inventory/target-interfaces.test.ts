import { expect, it } from 'vitest';
import { targetInterfaces } from '../../../lambda/inventory/target-interfaces.ts';
import type { NetworkInterface } from '../../../lambda/model/inventory.ts';

const INTERFACE: NetworkInterface = {
  id: 'eni-1',
  description: 'ELB app/web/50dc6c495c0c9188',
  interfaceType: 'interface',
  vpcId: 'vpc-1',
  subnetId: 'subnet-1',
  zone: 'eu-west-1a',
  status: 'in-use',
  groups: [],
  addresses: [
    { address: '10.0.0.5', primary: true, publicAddress: '192.0.2.5' },
    { address: '10.0.0.6', primary: false, publicAddress: null },
  ],
  ipv6Addresses: ['2001:db8::5'],
  attachment: { instanceId: 'i-1', deviceIndex: 0 },
};

it.each<[string, string, boolean]>([
  ['its instance', 'i-1', true],
  ['another instance', 'i-2', false],
  ['its second address', '10.0.0.6', true],
  ['its address as IPv6 writes it', '::ffff:10.0.0.5', true],
  ['its IPv6 address, written otherwise', '2001:DB8:0:0::5', true],
  ['its public address, to which a watched name may lead outside the VPC', '192.0.2.5', true],
  [
    'the load balancer whose node it is',
    'arn:aws:elasticloadbalancing:eu-west-1:12:loadbalancer/app/web/50dc6c495c0c9188',
    true,
  ],
  ['another load balancer', 'arn:aws:elasticloadbalancing:eu-west-1:12:loadbalancer/app/web/50dc6c495c0c9189', false],
  ['a function', 'arn:aws:lambda:eu-west-1:12:function:web', false],
])('is found by %s', (_, id, found) => {
  expect(targetInterfaces([id], [INTERFACE])).toEqual(found ? [INTERFACE] : []);
});

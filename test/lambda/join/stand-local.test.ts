import { expect, it } from 'vitest';
import { standLocal } from '../../../lambda/join/stand-local.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';
import { inventory, outside } from '../report/situation.ts';

const held = {
  id: 'eni-1',
  description: '',
  interfaceType: 'interface',
  vpcId: 'vpc-1',
  subnetId: 'subnet-a',
  zone: 'eu-west-1a',
  status: 'in-use',
  groups: ['sg-0target'],
  addresses: [{ address: '10.0.1.5', primary: true, publicAddress: null }],
  ipv6Addresses: ['2001:db8::5'],
  attachment: null,
};
const inside = { subnetId: 'subnet-a', zone: 'eu-west-1a', securityGroups: ['sg-0target'] };
const nowhere = { subnetId: null, zone: null, securityGroups: [] };

it.each([
  ['an interface holds one of its addresses', ['192.168.7.9', '10.0.1.5'], known([held]), inside],
  ['an interface holds its IPv6 address, spelt otherwise', ['2001:DB8:0:0::5'], known([held]), inside],
  ['no interface holds any', ['10.0.1.6'], known([held]), nowhere],
  ['it has no address', [], known([held]), nowhere],
  ['an address is not literal', ['fe80::1%eth0'], known([held]), nowhere],
  ['the interfaces could not be read', ['10.0.1.5'], unknown('forbidden', 'x'), nowhere],
])('%s', (_, addresses, networkInterfaces, expected) => {
  const local = { ...outside, addresses };
  expect(standLocal(local, { ...inventory, networkInterfaces })).toEqual({ ...local, ...expected });
});

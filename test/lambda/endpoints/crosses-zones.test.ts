import { describe, expect, it } from 'vitest';
import { type Fact, known } from '../../../lambda/model/fact.ts';
import type { Attributes } from '../../../lambda/model/inventory.ts';
import { CROSS_ZONE, cut, health, MACHINE, SHOP, unread } from './cut.ts';

describe('from where it is dialled', () => {
  const both = ['shop@zone-a', 'shop@zone-b'];
  const own = ['shop@zone-a'];
  const says = (value: string): Fact<Attributes> => known({ [CROSS_ZONE]: value });
  const inherits = says('use_load_balancer_configuration');

  it.each([
    ['network', says('true'), known({}), both],
    ['network', says('false'), known({}), own],
    ['network', known({}), known({}), own],
    ['network', says('false'), inherits, own],
    ['network', says('true'), inherits, both],
    ['network', says('true'), says('false'), own],
    ['network', says('false'), says('true'), both],
    ['network', unread, inherits, both],
    ['network', unread, says('false'), own],
    ['network', says('false'), unread, both],
    ['application', known({}), known({}), both],
    ['application', unread, inherits, both],
    ['application', says('true'), says('false'), own],
  ] as const)('%s, %j, group %j', (type, attributes, ofGroup, expected) => {
    const loadBalancers = [{ ...SHOP, type, attributes }];
    const [endpoint] = cut([health('i-app')], { attributes: ofGroup }, { loadBalancers });
    expect(endpoint?.vantagePoints).toEqual(expected);
  });

  const zonal = [{ ...SHOP, attributes: says('false') }];
  const machines = known([MACHINE, { ...MACHINE, id: 'i-nowhere', subnetId: null }]);

  it.each([
    ['the zone that AWS tells', 'i-app', 'zone-b', {}, {}, ['shop@zone-b']],
    ['all zones, where AWS says so', '10.9.9.9', 'all', { targetType: 'ip' }, {}, both],
    ['the zone of the interface', 'i-app', null, {}, {}, own],
    ['the zone of the interface that holds the address', '10.0.1.5', null, { targetType: 'ip' }, {}, own],
    ['the same in another spelling', '2001:DB8:0:1:0::5', null, { targetType: 'ip' }, {}, own],
    ['an address of another VPC', '10.0.1.5', null, { targetType: 'ip', vpcId: 'vpc-2' }, {}, both],
    ['the zone of the instance', 'i-lonely', null, {}, {}, own],
    ['all, where the zone is not known', 'i-nowhere', null, {}, {}, both],
    ['all, where subnets could not be read', 'i-lonely', null, {}, { subnets: unread }, both],
    ['none, where its zone has no node', 'i-app', 'zone-c', {}, {}, []],
  ] as const)('%s', (_what, id, zone, group, changes, expected) => {
    const all = { loadBalancers: zonal, instances: machines, ...changes };
    expect(cut([health(id, { zone })], group, all)[0]?.vantagePoints).toEqual(expected);
  });
});

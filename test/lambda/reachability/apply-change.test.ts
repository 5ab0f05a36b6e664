import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../../lambda/model/fact.ts';
import type { InventoryChange } from '../../../lambda/model/inventory-change.ts';
import { applyChange } from '../../../lambda/reachability/apply-change.ts';
import { judgePath } from '../../../lambda/reachability/path.ts';
import { flowBetween } from './flow-between.ts';
import { acl, entry, openEntries, rule, smallInventory } from './small-inventory.ts';

const addRule = (id: string, port: number): InventoryChange => ({
  kind: 'add-security-group-rule',
  rule: rule(id, 'sg-app', 'in', 'tcp', port, 'sg-lb'),
});
const addEntry = (ruleNumber: number, aclId = 'acl-app'): InventoryChange => ({
  kind: 'add-network-acl-entry',
  aclId,
  entry: entry(ruleNumber, 'in', 'allow', '-1', null, '0.0.0.0/0'),
});

const closedGroup = smallInventory({
  securityGroupRules: known([
    rule('sgr-out', 'sg-lb', 'out', '-1', null, '0.0.0.0/0'),
    rule('sgr-old', 'sg-app', 'in', 'tcp', 80, 'sg-lb'),
  ]),
});
const closedAcl = smallInventory({
  networkAcls: known([
    acl(
      'acl-app',
      ['subnet-app-a'],
      [entry(100, 'in', 'deny', '-1', null, '0.0.0.0/0'), entry(90, 'out', 'allow', '-1', null, '0.0.0.0/0')],
    ),
    { ...acl('acl-default', [], openEntries()), isDefault: true },
  ]),
});

const deadRoute = smallInventory({
  routeTables: known([
    {
      ...{ id: 'rtb-live', vpcId: 'vpc-1', main: false, subnetIds: [] },
      routes: [{ destination: '10.0.0.0/16', target: 'local', state: 'active' }],
    },
    {
      ...{ id: 'rtb-1', vpcId: 'vpc-1', main: true, subnetIds: ['subnet-lb-a'] },
      routes: [
        { destination: '10.0.0.0/16', target: 'local', state: 'active' },
        { destination: '10.0.1.0/24', target: 'eni-gone', state: 'blackhole' },
      ],
    },
  ]),
});
const putRoute = (destination: string, routeTableId = 'rtb-1'): InventoryChange => ({
  ...{ kind: 'put-route', routeTableId },
  route: { destination, target: 'local', state: 'active' },
});
const deleteRoute = (destination: string, routeTableId = 'rtb-1'): InventoryChange => ({
  ...{ kind: 'delete-route', routeTableId, destination },
});

const associate = (routeTableId: string): InventoryChange => ({
  ...{ kind: 'associate-route-table', routeTableId, subnetId: 'subnet-lb-a' },
});

describe('applyChange', () => {
  it.each([
    ['a rule that admits', closedGroup, addRule('sgr-new', 8080), 'allow'],
    ['a rule in place of the one that missed', closedGroup, addRule('sgr-old', 8080), 'allow'],
    ['a rule with the id of another group’s, which stays', closedGroup, addRule('sgr-out', 8080), 'allow'],
    ['a rule that misses again', closedGroup, addRule('sgr-new', 81), 'deny'],
    ['an entry before the denying one', closedAcl, addEntry(90), 'allow'],
    ['an entry behind it', closedAcl, addEntry(110), 'deny'],
    ['an entry under a number that is taken, as AWS refuses it', closedAcl, addEntry(100), 'deny'],
    ['an entry of another ACL', closedAcl, addEntry(90, 'acl-default'), 'deny'],
    ['a dead route deleted', deadRoute, deleteRoute('10.0.1.0/24'), 'allow'],
    ['another route deleted', deadRoute, deleteRoute('10.0.0.0/16'), 'deny'],
    ['a route deleted from another table', deadRoute, deleteRoute('10.0.1.0/24', 'rtb-2'), 'deny'],
    ['a dead route replaced', deadRoute, putRoute('10.0.1.0/24'), 'allow'],
    ['a more specific route', deadRoute, putRoute('10.0.1.5/32'), 'allow'],
    ['a less specific route', deadRoute, putRoute('10.0.0.0/17'), 'deny'],
    ['another table', deadRoute, associate('rtb-live'), 'allow'],
    ['a table that is not there, as AWS refuses it', deadRoute, associate('rtb-0'), 'deny'],
  ])('%s', (_situation, before, change, verdict) => {
    const untouched = structuredClone(before);
    const judge = (inventory: typeof before) =>
      judgePath(inventory, flowBetween(before, '10.0.0.7', '10.0.1.5')).verdict;
    expect(judge(before)).toBe('deny');
    expect(judge(applyChange(before, change))).toBe(verdict);
    expect(before).toEqual(untouched);
  });

  it('puts the rule in place of the one with the same id', () => {
    const { securityGroupRules } = applyChange(closedGroup, addRule('sgr-old', 8080));
    expect(securityGroupRules.known ? securityGroupRules.value.map((one) => one.id) : []).toEqual([
      'sgr-out',
      'sgr-old',
    ]);
  });

  it('changes nothing that could not be read', () => {
    const unread = unknown('forbidden', 'access was denied');
    const inventory = smallInventory({ securityGroupRules: unread, networkAcls: unread, routeTables: unread });
    expect(applyChange(inventory, addRule('sgr-1', 8080))).toEqual(inventory);
    expect(applyChange(inventory, addEntry(90))).toEqual(inventory);
    expect(applyChange(inventory, deleteRoute('10.0.1.0/24'))).toEqual(inventory);
    expect(applyChange(inventory, associate('rtb-1'))).toEqual(inventory);
  });
});

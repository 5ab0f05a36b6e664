import { expect, it } from 'vitest';
import { lend } from '../../../lambda/gate/lend.ts';
import { readInventory } from '../../../lambda/inventory/read-inventory.ts';
import { gateShop, targets, web } from './gate-shop.ts';

const [first = { id: '' }] = targets;

it.each([
  [
    'a group of a load balancer that is not checked',
    ['shop-web'],
    'orders',
    /belongs to .*shop-orders.*, which is not among/,
  ],
  ['a group that is not there', ['shop-web'], 'gren', /no target group "gren"; there are: api, web, orders, green/],
  [
    'a group that two load balancers may come to use',
    [],
    'green',
    /as green@LOADBALANCER\. Of those checked, in its VPC: shop-web, shop-orders/,
  ],
  ['a load balancer that is not there', [], 'green@shop-wbe', /in its VPC: shop-web, shop-orders/],
  ['a group of another VPC', ['shop-web'], 'blue', /Of those checked, in its VPC: none/],
])('refuses %s', async (_, names, group, why) => {
  const { ground, apply } = await gateShop();
  const other = (name: string, vpcId: string | null) => {
    return { ...web, arn: web.arn.replace('/web/', `/${name}/`), name, loadBalancerArns: [], vpcId };
  };
  apply((world) => ({
    ...world,
    targetGroups: [...world.targetGroups, other('green', web.vpcId), other('blue', 'vpc-0other')],
  }));
  const extend = lend(ground.clients, { targetGroups: [group], readmit: [] });
  await expect(readInventory(ground.clients, { names, extend, now: ground.now })).rejects.toThrow(why);
});

it('leaves alone a target that is registered, and a group that is in use', async () => {
  const { ground } = await gateShop();
  const { clients, now } = ground;
  const asked = { targetGroups: ['web'], readmit: [{ targetGroup: 'web', target: { id: first.id, port: null } }] };
  const extended = await readInventory(clients, { names: ['shop-web'], extend: lend(clients, asked), now });
  const plain = await readInventory(clients, { names: ['shop-web'], now });
  expect(extended.targetHealth).toEqual(plain.targetHealth);
  expect(extended.targetGroups).toEqual(plain.targetGroups);
});

it('cannot tell of a group where the list of groups is forbidden', async () => {
  const { ground, apply } = await gateShop();
  apply((world) => ({ ...world, forbidden: ['elasticloadbalancing:DescribeTargetGroups'] }));
  const extend = lend(ground.clients, { targetGroups: ['green'], readmit: [] });
  const { targetGroups } = await readInventory(ground.clients, { names: ['shop-web'], extend, now: ground.now });
  expect(targetGroups).toMatchObject({ known: false, kind: 'forbidden' });
});

it('gives a group that nobody uses to the load balancer that is named', async () => {
  const { ground, apply } = await gateShop();
  const { clients, now } = ground;
  const green = { ...web, arn: web.arn.replace('/web/', '/green/'), name: 'green', loadBalancerArns: [] };
  apply((world) => ({ ...world, targetGroups: [...world.targetGroups, green] }));
  const extend = lend(clients, { targetGroups: ['green@shop-orders'], readmit: [] });
  const { targetGroups, targetHealth } = await readInventory(clients, { names: [], extend, now });
  const found = targetGroups.known ? targetGroups.value.find(({ name }) => name === 'green') : undefined;
  expect(found?.loadBalancerArns).toEqual([expect.stringContaining('/net/shop-orders/')]);
  expect(found?.attributes.known).toBe(true);
  expect(targetHealth[green.arn]).toMatchObject({ known: true });
});

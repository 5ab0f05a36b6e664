import { beforeEach, expect, it } from 'vitest';
import { stdoutLines } from '../publish/stdout-lines.ts';
import { account, metricsIn, ORDERS, revoked, SCHEDULE, world } from './account.ts';

let lines: () => readonly string[];
beforeEach(() => {
  lines = stdoutLines();
});

/** That a load balancer was deleted, now. */
function deleted(loadBalancerArn: string): object {
  const event = revoked('', 'e-deleted') as { detail: object };
  const eventSource = 'elasticloadbalancing.amazonaws.com';
  const call = { eventSource, eventName: 'DeleteLoadBalancer', requestParameters: { loadBalancerArn } };
  return { ...event, source: 'aws.elasticloadbalancing', detail: { ...event.detail, ...call, responseElements: null } };
}

it('says that a load balancer is gone, of which an event tells that it was deleted', async () => {
  const { cold, shop } = await account();
  const run = await cold();
  await run(SCHEDULE);
  shop.apply({ ...world, loadBalancers: world.loadBalancers.filter(({ arn }) => arn !== ORDERS) });
  expect(await run(deleted(ORDERS))).toMatchObject({ summary: { gone: [ORDERS], status: 3 } });
  expect(metricsIn(lines())['NotLooked']).toEqual([1]);
});

it.each([
  [
    'anew where a call failed, which it may not do again',
    {
      ...world,
      securityGroups: world.securityGroups.map((one) => ({
        ...one,
        vpcId: world.vpcs[0]?.id ?? '',
        name: undefined as never,
      })),
    },
    'ec2:DescribeSecurityGroups',
  ],
  [
    'as it was, where one was denied, until somebody mends the role',
    { ...world, forbidden: ['ec2:DescribeSecurityGroups'] },
    null,
  ],
])('goes by the configuration %s', async (_, failing, readAgain) => {
  const { cold, shop, since } = await account();
  const run = await cold();
  shop.apply(failing);
  expect(await run(SCHEDULE)).toMatchObject({ summary: { unread: 1 } });
  shop.apply(world);
  const before = shop.calls();
  expect(await run(SCHEDULE)).toMatchObject({ summary: { unread: readAgain === null ? 1 : 0 } });
  const called = since(before).filter((name) => name === 'ec2:DescribeSecurityGroups');
  expect(called).toEqual(readAgain === null ? [] : [readAgain]);
});

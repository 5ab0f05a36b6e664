import { expect, it } from 'vitest';
import { leastCalls } from '../../bench/least-calls.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';

it('counts a list once, and what is asked for one by one as often as there is one', () => {
  const { loadBalancers, listeners, targetGroups } = healthyWorld();
  const nothing = leastCalls({ loadBalancers: [], listeners: [], targetGroups: [] });
  expect(leastCalls({ loadBalancers, listeners: [], targetGroups: [] }) - nothing).toBe(2 * 2);
  expect(leastCalls({ loadBalancers: [], listeners, targetGroups: [] }) - nothing).toBe(2);
  expect(leastCalls({ loadBalancers: [], listeners: [], targetGroups }) - nothing).toBe(2 * 3);
});

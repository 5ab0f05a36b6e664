import { describe, expect, it } from 'vitest';
import { canariesCost } from '../../bench/canaries-cost.ts';
import { monthlyCost, type Watched } from '../../lib/cost/monthly-cost.ts';

const WATCHED: Watched = { loadBalancers: 50, targetGroups: 100, targets: 500, zones: 3 };

function totalOf(watched: Watched): number {
  return monthlyCost(watched).reduce((sum, { dollars }) => sum + dollars, 0);
}

function costOf(what: string): number {
  return monthlyCost(WATCHED).find((item) => item.what === what)?.dollars ?? Number.NaN;
}

describe('a month of 50 load balancers', () => {
  it.each([
    // connected: 50 and 100; connect time: 50; heartbeat.
    ['201 metrics', 201 * 0.3],
    // the heartbeat's, six for each load balancer, three for each target group
    ['601 alarms', 601 * 0.1],
    ['50 composite alarms', 25],
    ['dashboard', 3],
  ])('has %s for $%d', (what, dollars) => {
    expect(costOf(what)).toBeCloseTo(dollars);
  });

  it('is below a hundredth of a canary per target', () => {
    expect(totalOf(WATCHED)).toBeLessThan(canariesCost(WATCHED.targets) / 100);
  });
});

it('counts a watch as a load balancer without target groups, and a prober for each of its subnets', () => {
  const items = monthlyCost({ loadBalancers: 0, targetGroups: 0, targets: 0, zones: 0, watches: [2, 3] });
  const costs = new Map(items.map(({ what, dollars }) => [what, dollars]));
  // connected and connect time of each, and the heartbeat.
  expect(costs.get('5 metrics')).toBeCloseTo(1.5);
  expect(costs.get('13 alarms')).toBeCloseTo(1.3);
  expect(costs.get('2 composite alarms')).toBeCloseTo(1);
  expect([...costs.keys()].some((what) => what.startsWith('5 probers'))).toBe(true);
  expect(items.filter(({ dollars }) => !(dollars > 0))).toEqual([]);
});

it('does not grow with the number of targets, save for traffic', () => {
  const more = { ...WATCHED, targets: 5000 };
  const grown = monthlyCost(more).filter(({ dollars }, index) => dollars !== monthlyCost(WATCHED)[index]?.dollars);
  expect(grown.map(({ what }) => what)).toEqual(['traffic between zones']);
});

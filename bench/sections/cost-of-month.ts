import { monthlyCost } from '../../lib/cost/monthly-cost.ts';
import { canariesCost } from '../canaries-cost.ts';
import { line } from '../line.ts';

const WATCHED = { loadBalancers: 50, targetGroups: 100, targets: 500, zones: 3 };

/** What a month costs, item by item, and against a canary per target. */
export async function costOfMonth(): Promise<readonly string[]> {
  const items = monthlyCost(WATCHED);
  const total = items.reduce((sum, { dollars }) => sum + dollars, 0);
  const canaries = canariesCost(WATCHED.targets);
  return [
    'A month of 50 load balancers, 100 target groups, 500 targets, every minute (us-east-1, no free tier)',
    ...items.map(({ what, dollars }) => line(what, `$${dollars.toFixed(2)}`, '')),
    line('all of it', `$${total.toFixed(2)}`, ''),
    line(
      `against a canary per target ($${canaries.toFixed(0)})`,
      `${((100 * total) / canaries).toFixed(2)} %`,
      'aim: below 1 %',
    ),
  ];
}

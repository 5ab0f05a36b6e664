import { documentation } from '../../lambda/contract.ts';
import type { Ground } from '../../lambda/doctor/ground.ts';
import { groundStatus } from '../../lambda/doctor/ground-status.ts';
import { type CostItem, monthlyCost } from '../../lib/cost/monthly-cost.ts';
import { firstDeployment } from './first-deployment.ts';

/** What a month of it costs; items in dollars. */
type Cost = {
  readonly of: Readonly<Record<'loadBalancers' | 'targetGroups' | 'targets' | 'watches', number>>;
  readonly dollars: number;
  readonly items: readonly CostItem[];
};

/** What `doctor --output json` says; docs/doctor.md is its contract. */
export type GroundDocument = {
  readonly schemaVersion: 1;
  readonly version: string;
  readonly checkedAt: string;
  readonly region: string | null;
  readonly account: string | null;
  /** As the exit status. */
  readonly status: 0 | 2 | 3;
  readonly lines: Ground['lines'];
  /** Null where there is nothing to watch, or what there is is not known; then `monthlyCostUnknown` says why. */
  readonly monthlyCost: Cost | null;
  readonly monthlyCostUnknown: string | null;
  readonly firstDeployment: readonly string[];
  readonly limits: string;
};

/** When, where and with which version was looked. */
export type GroundContext = Pick<GroundDocument, 'version' | 'checkedAt' | 'region'>;

/** Joins what was found with what it costs, and with what nobody has seen yet. */
export function groundDocument({ account, lines, size }: Ground, context: GroundContext): GroundDocument {
  return {
    schemaVersion: 1,
    ...context,
    account,
    status: groundStatus(lines),
    lines,
    ...costOf(size),
    firstDeployment,
    limits: `${documentation}/limits.md`,
  };
}

function costOf(size: Ground['size']): Pick<GroundDocument, 'monthlyCost' | 'monthlyCostUnknown'> {
  if (!size.known) return { monthlyCost: null, monthlyCostUnknown: size.reason };
  const { loadBalancers, targetGroups, targets } = size.value;
  const watches = size.value.watches.length;
  if (loadBalancers + watches === 0) {
    return { monthlyCost: null, monthlyCostUnknown: 'there is no load balancer to watch' };
  }
  const items = monthlyCost(size.value).map(({ what, dollars }) => ({
    what,
    dollars: Math.round(dollars * 100) / 100,
  }));
  const dollars = Math.round(items.reduce((sum, item) => sum + item.dollars, 0) * 100) / 100;
  return {
    monthlyCost: { of: { loadBalancers, targetGroups, targets, watches }, dollars, items },
    monthlyCostUnknown: null,
  };
}

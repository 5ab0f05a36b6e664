import { prices } from '../lib/cost/prices.ts';

/**
 * Dollars for a month of a CloudWatch Synthetics canary per target, one run each minute. The function, log and bucket that
 * a canary has besides are not counted.
 */
export function canariesCost(targets: number): number {
  return targets * 43_800 * prices.canaryRun;
}

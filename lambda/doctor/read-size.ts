import type { AwsClients } from '../inventory/aws-clients.ts';
import { mapBounded } from '../inventory/map-bounded.ts';
import { readPages } from '../inventory/read-pages.ts';
import { targetGroups } from '../inventory/target-groups.ts';
import { targetHealth } from '../inventory/target-health.ts';
import { type Fact, known } from '../model/fact.ts';
import type { LoadBalancer } from '../model/inventory.ts';
import { isDialled } from '../model/is-dialled.ts';

/** How much there is to watch, which is what a month's bill depends on. `zones`: of a load balancer, on the average. */
export type Size = {
  readonly loadBalancers: number;
  readonly targetGroups: number;
  readonly targets: number;
  readonly zones: number;
  /** Of each watch the number of its subnets. */
  readonly watches: readonly number[];
};

/**
 * Counts what these load balancers forward to, beside watches with so many subnets each. Throws `CannotCheck` where the
 * credentials do not hold.
 */
export async function readSize(
  clients: AwsClients,
  loadBalancers: readonly Pick<LoadBalancer, 'arn' | 'zones'>[],
  watches: readonly number[],
): Promise<Fact<Size>> {
  const groups = await readPages(targetGroups, clients, 'all');
  if (!groups.known) return groups;
  const arns = new Set(loadBalancers.map(({ arn }) => arn));
  const theirs = groups.value.filter(
    (group) => isDialled(group) && group.loadBalancerArns.some((arn) => arns.has(arn)),
  );
  const healths = await mapBounded(8, theirs, ({ arn }) => readPages(targetHealth, clients, [arn]));
  const unread = healths.find((fact) => !fact.known);
  if (unread !== undefined) return unread;
  const zones = loadBalancers.reduce((sum, one) => sum + one.zones.length, 0);
  return known({
    loadBalancers: loadBalancers.length,
    targetGroups: theirs.length,
    targets: healths.reduce((sum, fact) => sum + (fact.known ? fact.value.length : 0), 0),
    zones: loadBalancers.length === 0 ? 0 : zones / loadBalancers.length,
    watches,
  });
}

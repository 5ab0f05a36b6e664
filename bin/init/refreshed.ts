import { isDeepStrictEqual } from 'node:util';
import type { ConfigDeployment } from '../../lib/config/config-schema.ts';
import { entryOf } from './entry-of.ts';
import { rangesOf } from './ranges-of.ts';
import type { Seen } from './seen.ts';

type Entry = ConfigDeployment['loadBalancers'][number];

/**
 * A deployment of the Region as AWS now tells of it: its load balancers that are still there, each in its place, and the
 * ranges of its VPC. One that was made anew under its name takes the place of the old one. One that was not chosen, and may
 * be there, stays as it is. `named` are the ARNs of all that the file names.
 */
export function refreshed(deployment: ConfigDeployment, seen: Seen, named: ReadonlySet<string>): ConfigDeployment {
  const { vpcId, vpcCidrs, loadBalancers } = deployment;
  return {
    ...deployment,
    vpcCidrs: sameInOrder(vpcCidrs, rangesOf(vpcId, seen) ?? vpcCidrs),
    loadBalancers: loadBalancers.flatMap((entry) => {
      // A name is of one load balancer in a Region, so that another ARN with it says that the old one is gone.
      const now = seen.loadBalancers.find(({ arn, name }) => arn === entry.arn || name === entry.name);
      if (now === undefined) return isGone(entry, seen) ? [] : [entry];
      const isHere = now.vpcId === vpcId && (now.arn === entry.arn || !named.has(now.arn));
      return isHere ? [sameEntry(entry, entryOf(now))] : [];
    }),
  };
}

function isGone({ arn }: Entry, { there }: Seen): boolean {
  return there !== null && !there.includes(arn);
}

/**
 * What stands there already, where only its order differs. Whether the subnets have IPv6 ranges stays as it was written,
 * be it by hand: what AWS says of the load balancer is only whether itself has.
 */
function sameEntry(before: Entry, now: Entry): Entry {
  const ordered = {
    ...now,
    ...(before.dualStack === undefined ? {} : { dualStack: before.dualStack }),
    subnets: sameInOrder(before.subnets, now.subnets),
    securityGroups: sameInOrder(before.securityGroups, now.securityGroups),
  };
  return isDeepStrictEqual(before, ordered) ? before : ordered;
}

function sameInOrder<T>(before: T[], now: T[]): T[] {
  const sorted = (items: readonly T[]) => items.map((item) => JSON.stringify(item)).toSorted();
  return isDeepStrictEqual(sorted(before), sorted(now)) ? before : now;
}

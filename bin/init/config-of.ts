import type { Config } from '../../lib/config/config-schema.ts';
import { entryOf } from './entry-of.ts';
import { type Newcomer, place } from './place.ts';
import { rangesOf } from './ranges-of.ts';
import { refreshed } from './refreshed.ts';
import type { Seen, SeenLoadBalancer } from './seen.ts';
import { withDeclared } from './with-declared.ts';
import { withRoom } from './with-room.ts';

/**
 * The configuration for what was seen. Without one before it: a deployment for each VPC, more where it has not room for
 * all, everything in an order of its own, so that the same account gives the same bytes. With one: that one, in which the
 * load balancers of the Region are as they are now. Nothing else of it changes, and each stays where it stands.
 */
export function configOf(seen: Seen, before: Config | null): Config {
  const { account, region, loadBalancers } = seen;
  const options = before?.options;
  const had = before?.deployments ?? [];
  const named = new Set(had.flatMap((one) => one.loadBalancers.map(({ arn }) => arn)));
  const parted = had.map((one) =>
    one.region === region ? withRoom(refreshed(one, seen, named), options) : { deployment: one, over: [] },
  );
  const crowdedOut = parted.flatMap(({ deployment: from, over }) =>
    over.map((entry): Newcomer => ({ region, vpcId: from.vpcId, vpcCidrs: from.vpcCidrs, entry, from })),
  );
  const standing = parted.flatMap(({ deployment, over }) => [...deployment.loadBalancers, ...over]);
  const others = loadBalancers.filter(({ arn }) => !standing.some((one) => one.arn === arn)).toSorted(byPlace);
  const newcomers = others.map((one): Newcomer => {
    const { vpcId } = one;
    return { region, vpcId, vpcCidrs: rangesOf(vpcId, seen) ?? [], entry: entryOf(one), from: null };
  });
  const placed = place(
    parted.map(({ deployment }) => deployment),
    [...crowdedOut, ...newcomers],
    options,
  );
  const config: Config = {
    $schema: before?.$schema ?? SCHEMA,
    account,
    deployments: placed.filter((one) => one.loadBalancers.length > 0 || one.watches !== undefined),
    ...(options === undefined ? {} : { options }),
  };
  return before === null ? config : withDeclared(config, before);
}

/** For editors. */
const SCHEMA = 'https://raw.githubusercontent.com/origin-doctor/origin-doctor/main/origin-doctor.schema.json';

/** By code points: the order of words differs from machine to machine. Names are unique in a Region. */
function byPlace(a: SeenLoadBalancer, b: SeenLoadBalancer): number {
  return `${a.vpcId} ${a.name}` < `${b.vpcId} ${b.name}` ? -1 : 1;
}

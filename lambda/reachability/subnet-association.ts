import { type Fact, known, unknown } from '../model/fact.ts';
import { whyUnknown } from '../model/why-unknown.ts';
import type { Located } from './locate.ts';
import { oncePer } from './once-per.ts';

type Associated = { readonly vpcId: string; readonly subnetIds: readonly string[] };

/**
 * Makes the look-up of what a station's subnet is associated with (its network ACL, its route table). A subnet that is
 * associated with none has the VPC's own, which `isFallback` tells. `what` names the kind in the plural.
 */
export function subnetAssociation<T extends Associated>(what: string, isFallback: (one: T) => boolean) {
  const bySubnet = oncePer((all: readonly T[]) => new Map(all.flatMap((one) => one.subnetIds.map((id) => [id, one]))));
  const byVpc = oncePer((all: readonly T[]) => new Map(all.filter(isFallback).map((one) => [one.vpcId, one])));
  return (all: Fact<readonly T[]>, at: Located): Fact<T> => {
    if (!all.known) return { ...all, reason: whyUnknown(what, all) };
    // A station whose subnet is not known is in none of the maps, as ids are never empty.
    const associated = bySubnet(all.value).get(at.subnetId ?? '');
    if (associated !== undefined) return known(associated);
    if (!at.vpc.known) return at.vpc;
    const fallback = byVpc(all.value).get(at.vpc.value);
    if (fallback !== undefined) return known(fallback);
    return unknown('not-found', `the inventory holds no ${what} of ${at.vpc.value}, where ${at.subnetId} is`);
  };
}

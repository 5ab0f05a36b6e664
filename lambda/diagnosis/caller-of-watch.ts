import type { VantagePoint } from '../model/endpoint.ts';
import type { Caller } from '../model/evidence.ts';
import type { Watch } from '../model/watch.ts';

/** Who calls a watched host, from these places. Its Region is that of their zones (`eu-central-1a`); empty where none is known. */
export function callerOfWatch({ name, from }: Watch, places: readonly VantagePoint[]): Caller {
  const zones = places.flatMap(({ zone, subnetId }) =>
    zone === null || subnetId === null ? [] : [{ zone, subnetId }],
  );
  const region = /^[a-z]{2}(?:-[a-z]+)+-\d+/.exec(zones[0]?.zone ?? '')?.[0] ?? '';
  return {
    arn: `arn:aws:ec2:${region}::vpc/${from.vpcId}`,
    name,
    vpcId: from.vpcId,
    securityGroups: from.securityGroups,
    zones,
  };
}

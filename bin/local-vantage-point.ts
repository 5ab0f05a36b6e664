import { networkInterfaces } from 'node:os';
import type { VantagePoint } from '../lambda/model/endpoint.ts';

/** This machine as a place to dial from, with all its addresses but the loopback ones. Where it stands is not known yet. */
export function localVantagePoint(): VantagePoint {
  const addresses = Object.values(networkInterfaces())
    .flatMap((held) => held ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address }) => address);
  return {
    id: 'local',
    identity: 'local',
    loadBalancer: null,
    subnetId: null,
    zone: null,
    securityGroups: [],
    addresses,
  };
}

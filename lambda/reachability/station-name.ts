import type { Station } from '../model/flow.ts';
import { addressName } from './address-name.ts';

/** A station in words, with the groups that it wears: `10.0.1.5 (sg-1, sg-2)`. */
export function stationName({ cidr, securityGroups }: Pick<Station, 'cidr' | 'securityGroups'>): string {
  const groups = securityGroups === null || securityGroups.length === 0 ? '' : ` (${securityGroups.join(', ')})`;
  return `${addressName(cidr)}${groups}`;
}

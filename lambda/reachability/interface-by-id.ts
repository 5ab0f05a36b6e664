import type { NetworkInterface } from '../model/inventory.ts';
import { oncePer } from './once-per.ts';

/** All network interfaces by their id. */
export const interfaceById = oncePer(
  (interfaces: readonly NetworkInterface[]): ReadonlyMap<string, NetworkInterface> =>
    new Map(interfaces.map((one) => [one.id, one])),
);

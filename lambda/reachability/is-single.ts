import type { Cidr } from '../model/address.ts';

/** Whether a range is one address. */
export function isSingle({ family, prefix }: Cidr): boolean {
  return prefix === (family === 4 ? 32 : 128);
}

import type { NetworkInterface } from '../../lambda/model/inventory.ts';

/** Whether an interface is a prober function's: no process stands there until the function is invoked. */
export function isProber(one: Pick<NetworkInterface, 'interfaceType'>): boolean {
  return one.interfaceType === 'lambda';
}

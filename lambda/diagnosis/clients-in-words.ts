import type { ClientPath, LoadBalancerContext } from '../model/evidence.ts';
import { listed } from './listed.ts';

/** The clients of some paths: `10.1.0.0/16`, `the internet`, `the internet over IPv6`, `anybody`. */
export function clientsInWords(
  paths: readonly ClientPath[],
  { loadBalancer }: Pick<LoadBalancerContext, 'loadBalancer'>,
): string {
  const declared = [...new Set(paths.flatMap(({ clients }) => clients ?? []))];
  if (declared.length > 0) return listed(declared);
  if (loadBalancer.scheme === 'internal') return 'anybody';
  const families = new Set(paths.flatMap(({ admit }) => admit).map((range) => (range.includes(':') ? 'IPv6' : 'IPv4')));
  const isOneOfTwo = families.size === 1 && loadBalancer.ipAddressType.startsWith('dualstack');
  return `the internet${isOneOfTwo ? ` over ${[...families].join()}` : ''}`;
}

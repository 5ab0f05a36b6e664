import type { ClientPath, LoadBalancerContext } from '../model/evidence.ts';
import { listed } from './listed.ts';

/** The clients of some paths: `10.1.0.0/16`, `the internet`, `anybody`. */
export function clientsInWords(
  paths: readonly ClientPath[],
  { loadBalancer }: Pick<LoadBalancerContext, 'loadBalancer'>,
): string {
  const declared = [...new Set(paths.flatMap(({ clients }) => clients ?? []))];
  if (declared.length > 0) return listed(declared);
  return loadBalancer.scheme === 'internet-facing' ? 'the internet' : 'anybody';
}

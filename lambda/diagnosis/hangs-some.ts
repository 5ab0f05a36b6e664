import type { Hop } from '../model/flow.ts';
import { isNarrow } from '../reachability/is-narrow.ts';

/**
 * Whether a denial concerns only some of the ports that a connection may come from: of two connections one may then pass
 * and one hang, and neither contradicts it. One that leaves hardly a port open concerns them all.
 */
export function hangsSome({ deniedShare }: Pick<Hop, 'deniedShare'>): boolean {
  return deniedShare !== undefined && !isNarrow(1 - deniedShare);
}

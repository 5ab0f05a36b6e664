import type { Hop } from '../model/flow.ts';

/**
 * Whether a denial concerns only some of the ports that a connection may come from. The judge of network ACLs says so in
 * words; of two connections one may then pass and one hang, and neither contradicts it.
 */
export function hangsSome({ why }: Pick<Hop, 'why'>): boolean {
  return why.startsWith('some connections hang');
}

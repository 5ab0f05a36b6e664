import type { World } from '../../world/world.ts';
import type { Input } from '../codecs/input.ts';
import { canonicalCidr } from './canonical-cidr.ts';
import { managedPrefixLists } from './managed-prefix-lists.ts';
import { onlyOne } from './only-one.ts';
import { subjectOf } from './subject-of.ts';

/** Where the route that a request names leads: a range in its canonical form, or the id of a prefix list. */
export function destinationIn(input: Input, world: World): string {
  const names = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'] as const;
  const [name, text] = onlyOne(input, names);
  if (name === 'DestinationPrefixListId') return subjectOf(world.prefixLists, text, managedPrefixLists).id;
  return canonicalCidr(text, name === 'DestinationCidrBlock' ? 4 : 6);
}

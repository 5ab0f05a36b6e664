import type { Decision } from '../../model/flow.ts';
import type { WayHop } from '../../model/way.ts';
import type { NamedGroups } from '../named-groups.ts';
import type { Step } from '../page/page.ts';
import { hopPlace } from './hop-place.ts';
import { hopWords } from './hop-words.ts';

/** The stations of a way in the packet's order. */
export function stepsOf(hops: readonly WayHop[], named: NamedGroups): readonly Step[] {
  return hops.map((hop) => ({
    mark: MARKS[hop.decision],
    what: hopWords(hop.kind),
    place: named(hopPlace(hop)),
    why: hop.why,
  }));
}

const MARKS: Record<Decision, Step['mark']> = { allow: 'ok', deny: 'STOP', unknown: '?' };

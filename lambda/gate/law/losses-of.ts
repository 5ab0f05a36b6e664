import { counted } from '../../report/page/counted.ts';
import type { Gate } from './gate.ts';
import type { GateState } from './gate-state.ts';
import { targetKey } from './target-key.ts';
import type { Trouble } from './troubles-of.ts';
import type { View } from './view-of.ts';

/**
 * The target groups in which a new target was lost that nobody has replaced, and behind them what was last seen wrong: of who
 * is gone nothing else can be told. One that came when the loss was seen, or later, and has accepted enough replaces one; who
 * stood beside the lost one was wanted beside it. A target that its own failing health check takes away is no target that has
 * passed. The gate's state counts this view already.
 */
export function lossesOf({ rules, state }: Gate, { fresh }: View): readonly Trouble[] {
  const targets = Map.groupBy(fresh, targetKey);
  const well = [...targets].filter(([, all]) => all.every(({ id }) => (state.accepted[id] ?? 0) >= rules.stable));
  const losses = [...Map.groupBy(lastLosses(state), ({ key }) => groupOf(key))].flatMap(([group, lost]) => {
    const came = well.filter(([key]) => groupOf(key) === group).map(([key]) => state.came[key] ?? 0);
    const places = replaced(lost, came);
    return places < lost.length ? [asTrouble(`${group} lost`, lossIn(group, lost, places, rules))] : [];
  });
  const { lastTrouble, checks } = state;
  if (losses.length === 0 || lastTrouble === null || lastTrouble.check === checks) return losses;
  return [...losses, asTrouble('last', `Last seen wrong, in check ${lastTrouble.check}: ${lastTrouble.words}`)];
}

/** A lost target and its place in `GateState.lost`. */
type Loss = { readonly key: string; readonly place: number };

/** Each that was lost, once: one that came back and went again went when it last did. */
function lastLosses({ lost }: GateState): readonly Loss[] {
  return lost.map((key, place) => ({ key, place })).filter(({ key, place }) => lost.lastIndexOf(key) === place);
}

/** How many losses can each have a target of its own that came no sooner. The last has the fewest to choose from. */
function replaced(lost: readonly Loss[], came: readonly number[]): number {
  return lost.reduceRight((used, { place }) => Math.min(used + 1, came.filter((one) => one > place).length), 0);
}

/** The ARN of the target group, `…:targetgroup/NAME/ID`, that a target's key begins with; a target may be an ARN too. */
function groupOf(key: string): string {
  return key.split('/', 3).join('/');
}

function lossIn(group: string, lost: readonly Loss[], places: number, { stable, witness }: Gate['rules']): string {
  const ids = lost.slice(0, MOST_NAMED).map(({ key }) => key.slice(group.length + 1));
  const more = lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : '';
  const good =
    witness === 'load-balancer'
      ? `been healthy in ${counted(stable, 'check')} in a row`
      : `accepted ${counted(stable, 'connection')} in a row`;
  const taken = places === 0 ? `${were(lost.length)} not` : `only ${places} ${were(places)}`;
  return `${counted(lost.length, 'new target')} left the target group ${group.split('/')[1]} without having ${good} (${ids.join(', ')}${more}), and ${taken} replaced by one that has.`;
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

const MOST_NAMED = 5;

function asTrouble(key: string, words: string): Trouble {
  return { kind: 'symptom', key, endpoint: null, since: null, words, finding: null };
}

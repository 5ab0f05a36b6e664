import { counted } from '../../report/page/counted.ts';
import type { Gate } from './gate.ts';
import { targetKey } from './target-key.ts';
import type { Trouble } from './troubles-of.ts';
import type { View } from './view-of.ts';

/**
 * The target groups in which more new targets were lost than others have accepted connections since, and behind them what was last
 * seen wrong: of who is gone nothing else can be told. A target that its own failing health check takes away is no target
 * that has passed. The gate's state counts this view already.
 */
export function lossesOf({ rules, state }: Gate, { fresh }: View): readonly Trouble[] {
  const targets = Map.groupBy(fresh, targetKey);
  const well = [...targets].filter(([, all]) => all.every(({ id }) => (state.accepted[id] ?? 0) >= rules.stable));
  const losses = [...Map.groupBy(state.lost, groupOf)].flatMap(([group, lost]) => {
    const places = well.filter(([key]) => groupOf(key) === group).length;
    return places < lost.length ? [asTrouble(`${group} lost`, lossIn(group, lost, places, rules))] : [];
  });
  const { lastTrouble, checks } = state;
  if (losses.length === 0 || lastTrouble === null || lastTrouble.check === checks) return losses;
  return [...losses, asTrouble('last', `Last seen wrong, in check ${lastTrouble.check}: ${lastTrouble.words}`)];
}

/** The ARN of the target group, `…:targetgroup/NAME/ID`, that a target's key begins with. */
function groupOf(key: string): string {
  return key.slice(0, key.lastIndexOf('/'));
}

function lossIn(group: string, lost: readonly string[], places: number, { stable, witness }: Gate['rules']): string {
  const ids = lost.slice(0, MOST_NAMED).map((key) => key.slice(group.length + 1));
  const more = lost.length > MOST_NAMED ? ` and ${lost.length - MOST_NAMED} more` : '';
  const good =
    witness === 'load-balancer'
      ? `been healthy in ${counted(stable, 'check')} in a row`
      : `accepted ${counted(stable, 'connection')} in a row`;
  const taken = `${places === 0 ? 'none' : `only ${places}`} came in ${lost.length === 1 ? 'its' : 'their'} place`;
  return `${counted(lost.length, 'new target')} left the target group ${group.split('/')[1]} without having ${good} (${ids.join(', ')}${more}), and ${taken}.`;
}

const MOST_NAMED = 5;

function asTrouble(key: string, words: string): Trouble {
  return { kind: 'symptom', key, endpoint: null, since: null, words, finding: null };
}

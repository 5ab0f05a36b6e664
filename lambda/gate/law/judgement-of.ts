import { counted } from '../../report/page/counted.ts';
import { endpointName } from '../../report/page/endpoint-name.ts';
import type { Gate, GateVerdict } from './gate.ts';
import { lossesOf } from './losses-of.ts';
import type { Trouble } from './troubles-of.ts';
import type { View } from './view-of.ts';

/** What is to be said of a gate whose state counts this view already, at this time (ISO 8601). */
export function judgementOf(gate: Gate, seen: View, at: string): GateVerdict {
  const { fresh } = seen;
  // What of the new ones is there must be known before anybody can say that nobody took a place.
  const inWay = seen.sawAll ? [...seen.inWay, ...lossesOf(gate, seen)] : seen.inWay;
  const view = { ...seen, inWay };
  const findings = inWay.flatMap(({ finding }) => finding ?? []);
  const said = { findings, fresh: fresh.length };
  if (hasPassed(gate, view)) return { verdict: 'passed', reason: whyPassed(gate, view), ...said };
  if (leftMs(gate, at) > 0) return { verdict: 'waiting', reason: whyWaiting(gate, view), ...said };
  const wrong = inWay.filter(({ kind }) => kind !== 'blind');
  if (wrong.length > 0) return { verdict: 'held', reason: told(wrong), ...said };
  if (inWay.length > 0) return { verdict: 'unknown', reason: told(inWay), ...said };
  const flapping = recentTrouble(gate);
  if (flapping !== null) return { verdict: 'held', reason: `It comes and goes. ${flapping}`, ...said };
  return { verdict: 'unknown', reason: `The time was up. ${whyWaiting(gate, view)}`, ...said };
}

/** Where nothing is new, all that can be asked is that nothing new went wrong. */
function hasPassed({ rules: { stable }, state }: Gate, { fresh, inWay }: View): boolean {
  if (inWay.length > 0 || state.quiet < stable) return false;
  return fresh.every(({ id }) => (state.accepted[id] ?? 0) >= stable);
}

function leftMs({ rules, state }: Gate, at: string): number {
  return Date.parse(state.startedAt) + rules.timeoutSeconds * 1000 - Date.parse(at);
}

function whyPassed({ rules: { stable, witness }, baseline }: Gate, { fresh }: View): string {
  if (fresh.length === 0) {
    return `Nothing was registered since ${baseline.at}, and ${counted(stable, 'check')} in a row found no fault that was not there before.`;
  }
  const since = `What is new since ${baseline.at} (${counted(fresh.length, 'endpoint')})`;
  if (witness === 'load-balancer') {
    return `${since} was healthy by the load balancer's word in ${counted(stable, 'check')} in a row, and no fault leads that was not there before. Nothing was dialled.`;
  }
  const zones = new Set(fresh.flatMap(({ probes }) => probes.map(({ vantagePoint }) => vantagePoint)));
  const places = `each of the places that should reach it (${[...zones].toSorted().join(', ')})`;
  return `${since} accepted ${counted(stable, 'connection')} in a row from ${places}, and no fault leads that was not there before.`;
}

function whyWaiting({ rules: { stable, witness }, state }: Gate, { fresh, inWay }: View): string {
  if (inWay.length > 0) return told(inWay);
  if (fresh.length === 0) {
    return `Nothing new is registered; ${state.quiet} of ${counted(stable, 'quiet check')} so far.`;
  }
  const short = fresh.filter(({ id }) => (state.accepted[id] ?? 0) < stable);
  if (short.length === 0) {
    return `All that is new is well; ${state.quiet} of ${counted(stable, 'quiet check')} since something was wrong.`;
  }
  const named = short.slice(0, MOST_NAMED).map((one) => `${endpointName(one)} (${state.accepted[one.id] ?? 0})`);
  const more = short.length > MOST_NAMED ? ` and ${short.length - MOST_NAMED} more` : '';
  const good = witness === 'load-balancer' ? 'healthy check' : 'connection';
  return `Fewer than ${counted(stable, good)} in a row so far: ${named.join(', ')}${more}.`;
}

/** What was wrong within the checks that would have had to be good. */
function recentTrouble({ rules: { stable }, state: { checks, lastTrouble } }: Gate): string | null {
  return lastTrouble !== null && checks - lastTrouble.check < stable ? lastTrouble.words : null;
}

/** Distinct words, the proven first: many targets may be ill by one fault, and each is named once. */
function told(troubles: readonly Trouble[]): string {
  const inOrder = KINDS.flatMap((kind) => troubles.filter((one) => one.kind === kind));
  const words = [...new Set(inOrder.map((one) => one.words))];
  const more = words.length > MOST_NAMED ? [`And ${words.length - MOST_NAMED} more.`] : [];
  return [...words.slice(0, MOST_NAMED), ...more].join(' ');
}

const KINDS: readonly Trouble['kind'][] = ['fault', 'symptom', 'blind'];

/** A log line and a terminal are read from the front. */
const MOST_NAMED = 5;

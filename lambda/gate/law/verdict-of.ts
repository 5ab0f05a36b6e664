import type { Gate, GateVerdict, Look } from './gate.ts';
import type { GateState } from './gate-state.ts';
import { hasAccepted } from './has-accepted.ts';
import { judgementOf } from './judgement-of.ts';
import { targetKey } from './target-key.ts';
import type { Trouble } from './troubles-of.ts';
import { type View, viewOf } from './view-of.ts';

/**
 * Judges after one more check. It passes when every new target has accepted connections in enough checks in a row from every
 * place that should reach it (`GateRules.witness`), and nothing is in the way that was not there before; where nothing is new,
 * when enough checks in a
 * row saw nothing in the way. After any trouble, a check that could not see and a new target that was lost too, as many checks
 * must be quiet, and whoever was lost must have been replaced (`lossesOf`). At the timeout it is held by what is wrong, or
 * unknown for what could not be seen.
 */
export function verdictOf(gate: Gate, look: Look): { readonly state: GateState; readonly verdict: GateVerdict } {
  const view = 'report' in look ? viewOf(look.report, gate) : blindView(gate.state, look.failure);
  const state = nextState(gate, view);
  return { state, verdict: judgementOf({ ...gate, state }, view, look.at) };
}

function blindView({ gone }: GateState, failure: string): View {
  const words = `The check came to nothing: ${failure}`;
  const trouble: Trouble = { kind: 'blind', key: 'check', endpoint: null, since: null, words, finding: null };
  return { fresh: [], gone, lost: [], sawAll: false, inWay: [trouble] };
}

/** A trouble that stays within its own check cannot be told from flapping unless it is remembered. */
function nextState({ rules, state }: Gate, { fresh, gone, lost, sawAll, inWay }: View): GateState {
  const checks = state.checks + 1;
  const wrong = inWay.find(({ kind }) => kind !== 'blind');
  const counted = Object.fromEntries(
    fresh.map((one) => [one.id, hasAccepted(one, rules) ? (state.accepted[one.id] ?? 0) + 1 : 0]),
  );
  const losses = [...state.lost, ...lost].slice(0, MOST_LOST);
  return {
    startedAt: state.startedAt,
    checks,
    // Who could not be seen keeps its count: it is missed when it has gone meanwhile, but only if it had not accepted enough.
    // None passes by what it accepted before, as checks must be quiet from then on.
    accepted: { ...(sawAll ? {} : state.accepted), ...counted },
    gone,
    lost: losses,
    // Where nobody can be missed, nobody can be seen to have come later either.
    came: sawAll ? cameOf(state, fresh.map(targetKey), losses.length) : state.came,
    quiet: inWay.length === 0 && lost.length === 0 ? state.quiet + 1 : 0,
    lastTrouble: wrong === undefined ? state.lastTrouble : { check: checks, words: wrong.words.slice(0, MOST_WORDS) },
  };
}

/** Who was there before stays what it was; who was not comes after all that are missed by now. */
function cameOf({ came }: GateState, keys: readonly string[], losses: number): GateState['came'] {
  return Object.fromEntries(keys.map((key) => [key, came[key] ?? losses]));
}

/** No deployment makes up for that many; a task that dies every minute for a day must not outgrow its row. */
const MOST_LOST = 1_000;

/** Enough for a diagnosis; the state must stay small. */
const MOST_WORDS = 2_000;

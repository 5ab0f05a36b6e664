import { AwsError } from '../aws-error.ts';
import type { AlarmState } from './stored-alarm.ts';

/** The state of an alarm by name or ARN; null where there is none. */
export type StateOf = (alarm: string) => AlarmState | null;

type Tokens = { readonly all: readonly string[]; at: number };

const TOKEN = /\s*(\(|\)|"[^"]*"|[^\s()"]+)/gy;
const STATES: readonly string[] = ['ALARM', 'OK', 'INSUFFICIENT_DATA'];

/**
 * Whether a composite alarm's rule holds: `ALARM(name)`, `OK(…)`, `INSUFFICIENT_DATA(…)`, `TRUE`, `FALSE`, joined by
 * `NOT`, `AND`, `OR` in this order of strength (API Reference, PutCompositeAlarm, `AlarmRule`). Throws `ValidationError`
 * for what is no rule, and for an alarm that is not there.
 */
export function ruleHolds(rule: string, stateOf: StateOf): boolean {
  const tokens: Tokens = { all: [...rule.matchAll(TOKEN)].map((match) => match[1] ?? ''), at: 0 };
  const holds = either(tokens, stateOf);
  if (tokens.at < tokens.all.length || tokens.all.length === 0) throw invalid(tokens);
  return holds;
}

function either(tokens: Tokens, stateOf: StateOf): boolean {
  let value = both(tokens, stateOf);
  // Both sides are read in any case: the tokens of the second must be taken.
  while (took(tokens, 'OR')) value = both(tokens, stateOf) || value;
  return value;
}

function both(tokens: Tokens, stateOf: StateOf): boolean {
  let value = one(tokens, stateOf);
  while (took(tokens, 'AND')) value = one(tokens, stateOf) && value;
  return value;
}

function one(tokens: Tokens, stateOf: StateOf): boolean {
  if (took(tokens, 'NOT')) return !one(tokens, stateOf);
  if (took(tokens, 'TRUE')) return true;
  if (took(tokens, 'FALSE')) return false;
  if (took(tokens, '(')) return closed(tokens, either(tokens, stateOf));
  const [state = '', open, name = ''] = tokens.all.slice(tokens.at);
  if (!STATES.includes(state) || open !== '(') throw invalid(tokens);
  tokens.at += 3;
  const is = stateOf(name.replaceAll('"', ''));
  if (is === null) throw new AwsError('ValidationError', `AlarmRule refers to ${name}, which is no alarm`);
  return closed(tokens, is === state);
}

function closed(tokens: Tokens, value: boolean): boolean {
  if (took(tokens, ')')) return value;
  throw invalid(tokens);
}

function took(tokens: Tokens, word: string): boolean {
  if (tokens.all[tokens.at]?.toUpperCase() !== word) return false;
  tokens.at += 1;
  return true;
}

function invalid({ all, at }: Tokens): AwsError {
  return new AwsError('ValidationError', `AlarmRule ${all.join(' ')} cannot be read at ${all[at] ?? 'its end'}`);
}

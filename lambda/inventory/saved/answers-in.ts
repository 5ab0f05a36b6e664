import { CannotCheck } from '../cannot-check.ts';
import type { SavedAnswer, SavedItem } from './saved-answer.ts';
import { type SavedKey, savedKeys } from './saved-keys.ts';
import { wrappedAnswers } from './wrapped-answers.ts';

/** What a file holds under other keys than those of `savedKeys`, and which of them it stands for. */
const RAW: readonly { key: SavedKey; raw: string; mark: string; ownerOf: (item: Json) => unknown }[] = [
  { key: 'LoadBalancerListeners', raw: 'Listeners', mark: 'LoadBalancerArn', ownerOf: (item) => item['LoadBalancerArn'] },
  { key: 'ListenerRules', raw: 'Rules', mark: 'RuleArn', ownerOf: (item) => listenerOf(String(item['RuleArn'])) },
];

type Json = Readonly<Record<string, unknown>>;

/**
 * The answers that a file's JSON holds; null where no key of it is known. Throws `CannotCheck` for a known key that holds
 * no list.
 */
export function answersIn(file: string, json: unknown): readonly SavedAnswer[] | null {
  if (!isObject(json)) return null;
  const known = savedKeys.filter((key) => Object.hasOwn(json, key));
  const answers = [
    ...known.flatMap((key) => plainAnswer(file, json, key)),
    ...wrappedAnswers(file, json),
    ...RAW.flatMap((one) => splitAnswers(file, json, one)),
  ];
  return known.length === 0 && answers.length === 0 ? null : answers;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

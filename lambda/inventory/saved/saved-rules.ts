import { type Fact, unknown } from '../../model/fact.ts';
import type { SecurityGroupRule } from '../../model/inventory.ts';
import { joinFacts } from '../join-facts.ts';
import { securityGroupRules } from '../security-group-rules.ts';
import { isJsonObject } from './json-object.ts';
import { mapOrSay } from './map-or-say.ts';
import { networkSchemas } from './network-schemas.ts';
import { readAnswers } from './read-answers.ts';
import type { SavedItem } from './saved-answer.ts';
import type { SavedFacts } from './saved-facts.ts';
import { withoutNulls } from './without-nulls.ts';
import { type Permissions, writtenRules } from './written-rules.ts';

const READING = {
  noun: securityGroupRules.noun,
  schema: networkSchemas.securityGroupRule,
  id: ({ groupId, id }: SecurityGroupRule) => `${id} of ${groupId}`,
};

/**
 * The rules of all groups: with their ids from `SecurityGroupRules`; of a group that has no line there, from the permissions in
 * `SecurityGroups`, with the rule written out as its id. Throws `CannotCheck`.
 */
export function savedRules(facts: SavedFacts): Fact<readonly SecurityGroupRule[]> {
  const listed = facts.all('SecurityGroupRules', READING);
  const answers = facts.answers('SecurityGroups');
  if (!listed.known && answers.every(({ more }) => more)) return listed;
  const withLines = new Set(listed.known ? listed.value.map(({ groupId }) => groupId) : []);
  const others = answers.flatMap(({ items }) => items).filter(({ raw }) => !withLines.has(groupIdOf(raw)));
  const silent = others.find(({ raw }) => !tellsRules(raw));
  if (!listed.known && silent !== undefined) {
    const { file, place } = silent;
    return unknown('not-asked', `no saved answer holds SecurityGroupRules, and "${file}" no IpPermissions of ${place}`);
  }
  const items = others.filter(({ raw }) => tellsRules(raw)).flatMap(writeOut);
  const written = readAnswers([{ key: 'SecurityGroups', owner: null, file: '', items, more: false }], READING, '');
  return listed.known ? joinFacts([listed, written]) : written;
}

function groupIdOf(raw: unknown): string {
  return isJsonObject(raw) ? String(raw['GroupId']) : '';
}

/** A group without rules has both lists, empty; an answer cut down by `--query` may have neither. */
function tellsRules(raw: unknown): boolean {
  return isJsonObject(raw) && ['IpPermissions', 'IpPermissionsEgress'].every((key) => Object.hasOwn(raw, key));
}

function writeOut({ raw, file, place }: SavedItem): readonly SavedItem[] {
  const rules = mapOrSay(`"${file}": ${place}`, () => writtenRules(withoutNulls(raw) as Permissions));
  return rules.map((rule) => ({ raw: rule, file, place }));
}

import { isJsonObject, type JsonObject } from './json-object.ts';
import { moreToCome } from './more-to-come.ts';
import type { SavedAnswer, SavedItem } from './saved-answer.ts';
import type { SavedKey } from './saved-keys.ts';

/** Answers per resource whose items say themselves whose they are: `mark` is the field that tells, and that they are AWS's at all. */
type Telling = {
  readonly key: SavedKey;
  readonly list: string;
  readonly mark: string;
  readonly ownerOf: (mark: string) => string;
};

const TELLING: readonly Telling[] = [
  { key: 'LoadBalancerListeners', list: 'Listeners', mark: 'LoadBalancerArn', ownerOf: (arn) => arn },
  { key: 'ListenerRules', list: 'Rules', mark: 'RuleArn', ownerOf: listenerOf },
];

/**
 * Listeners and rules as AWS answers them, not wrapped, as one answer for each load balancer or listener. Other services
 * answer under the same keys; items that do not say whose they are are passed over.
 */
export function splitAnswers(file: string, json: JsonObject): readonly SavedAnswer[] {
  // With its owner beside it, a list is a wrapped answer.
  if (['LoadBalancerArn', 'ListenerArn'].some((owner) => typeof json[owner] === 'string')) return [];
  return TELLING.flatMap((telling) => {
    const items = itemsOf(file, json[telling.list], telling);
    const byOwner = Map.groupBy(items, ({ owner }) => owner);
    return [...byOwner].map(([owner, its]) => ({ key: telling.key, owner, file, items: its, more: moreToCome(json) }));
  });
}

function itemsOf(
  file: string,
  list: unknown,
  { list: key, mark, ownerOf }: Telling,
): (SavedItem & { owner: string })[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((raw: unknown, index) => {
    const told = isJsonObject(raw) ? raw[mark] : undefined;
    return typeof told === 'string' ? [{ owner: ownerOf(told), raw, file, place: `${key}[${index}]` }] : [];
  });
}

/** The listener of a rule: `…:listener-rule/app/NAME/LB/LISTENER/RULE` (Service authorization reference, AWS Elastic Load Balancing V2). */
function listenerOf(ruleArn: string): string {
  return ruleArn.replace(':listener-rule/', ':listener/').replace(/\/[^/]*$/, '');
}

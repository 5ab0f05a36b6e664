import type { Inventory, Rule } from '../../model/inventory.ts';
import { mapFact } from '../map-fact.ts';

/** Headers that say what a client is or wants. A value of any other may be a password between a CDN and its origin. */
const HARMLESS = ['accept', 'accept-encoding', 'accept-language', 'content-type', 'origin', 'referer', 'user-agent'];

const HEADER = /^http-header:([^=~]*)[=~]/;

/**
 * The inventory without what may be a password: the values of headers that rules ask for, as a CDN sends them so that nobody
 * gets around it (CloudFront developer guide, *Restrict access to Application Load Balancers*). Equal values of a header get
 * equal numbers instead, so that it can still be told whether two rules ask for the same.
 */
export function hideSecrets(inventory: Inventory): Inventory {
  const numbers = new Map<string, number>();
  const hide = (condition: string): string => {
    const [start, header = ''] = HEADER.exec(condition) ?? [];
    if (start === undefined || HARMLESS.includes(header.toLowerCase())) return condition;
    const number = numbers.get(condition) ?? numbers.size + 1;
    numbers.set(condition, number);
    return `${start}[hidden ${number}]`;
  };
  const withoutSecrets = (rule: Rule): Rule => ({ ...rule, conditions: rule.conditions.map(hide) });
  const entries = Object.entries(inventory.rules).map(
    ([arn, fact]) => [arn, mapFact(fact, (rules) => rules.map(withoutSecrets))] as const,
  );
  return { ...inventory, rules: Object.fromEntries(entries) };
}

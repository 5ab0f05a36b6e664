import type { Fact } from '../model/fact.ts';
import type { Deployed } from './deployed.ts';

/** Which deployment is to be asked, or in one sentence why none can be. */
export type Choice = { readonly deployed: Deployed } | { readonly why: string };

/**
 * The one deployment that watches all of these load balancers (names or ARNs; without any, the one that there is).
 * `stack` is what the caller named; null where every stack of the Region was looked through.
 */
export function chooseDeployed(
  candidates: readonly Deployed[],
  names: readonly string[],
  { region, stack }: { readonly region: string; readonly stack: string | null },
): Choice {
  const where = stack === null ? region : `the stack "${stack}" in ${region}`;
  if (candidates.length === 0) return { why: `No deployment was found in ${where}.` };
  const [first, ...others] = candidates.filter(({ watched }) => names.every((name) => watches(watched, name)));
  if (first === undefined) return { why: whyNone(candidates, names, where) };
  if (others.length === 0) return { deployed: first };
  const stacks = [first, ...others].map(({ stack: its }) => its).toSorted();
  return { why: `Several deployments were found in ${where}: name one with --stack (${stacks.join(', ')}).` };
}

function watches(watched: Fact<readonly string[]>, name: string): boolean {
  if (!watched.known) return false;
  return watched.value.some((one) => one === name || nameIn(one) === name);
}

/** `arn:…:loadbalancer/app/NAME/ID`; a name is its own. */
function nameIn(arn: string): string {
  return arn.startsWith('arn:') ? (arn.split('/')[2] ?? arn) : arn;
}

function whyNone(candidates: readonly Deployed[], names: readonly string[], where: string): string {
  const unread = candidates.flatMap(({ watched }) => (watched.known ? [] : [watched.reason]));
  const [reason] = unread;
  if (reason !== undefined) return `What the deployment in ${where} watches is not known: ${reason}.`;
  const there = candidates.flatMap(({ watched }) => (watched.known ? watched.value.map(nameIn) : []));
  const strangers = names.filter((name) => !candidates.some(({ watched }) => watches(watched, name)));
  if (strangers.length === 0) return `No one deployment in ${where} watches all of ${names.join(', ')}.`;
  return `No deployment in ${where} watches ${strangers.join(', ')}; watched are ${there.toSorted().join(', ')}.`;
}

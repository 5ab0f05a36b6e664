import type { Proven } from './fault.ts';

/** What is written of load balancers, and how it is said where something else calls; what only they do is left out. */
const WORDS: readonly (readonly [said: RegExp, instead: string])[] = [
  [/,? the load balancer follows (?:after its threshold|its checks)/g, ''],
  [/ The load balancer itself needs eight free addresses there to grow\./g, ''],
  [/, what is configured and what the load balancer says agree/g, ' and what is configured agree'],
  [/\bregistered address\b/g, 'watched address'],
  [/load balancer/g, 'caller'],
  [/\bregister the port\b/g, 'watch the port'],
];

/**
 * A sentence of the catalogue as it is said to whom no load balancer is on the way: `The target's security group does not admit
 * the caller`.
 */
export function toACaller(sentence: string): string {
  return WORDS.reduce((text, [said, instead]) => text.replaceAll(said, instead), sentence);
}

/**
 * A proof in words for a caller. Commands, facts and what is to blame name real things, and stay as they are; what is to be
 * written in CDK is of load balancers and their targets.
 */
export function provenToACaller(proven: Proven): Proven {
  const { summary, confirm, ...fix } = proven.fix;
  return {
    ...proven,
    why: toACaller(proven.why),
    fix: { ...fix, summary: toACaller(summary), cdk: '', confirm: toACaller(confirm) },
  };
}

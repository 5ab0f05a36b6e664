import type { Deployed } from '../lambda/doctor/deployed.ts';
import type { Place } from './places.ts';
import { type ProbersAsked, probersChoice } from './probers-choice.ts';
import { whileShowing } from './while-showing.ts';

/** What the caller said, and what is told on standard error where nobody is there to ask: what is done instead. */
export type Asking = {
  readonly names: readonly string[];
  readonly from?: Place | undefined;
  readonly stack?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly instead: string;
  readonly whyNot?: ProbersAsked['whyNot'];
};

/**
 * The deployment that is to do it; null where the caller wants none, or says nothing and there is none. Throws `CannotCheck` as
 * `probersChoice` does.
 */
export async function deploymentToAsk({ from, instead, ...asked }: Asking): Promise<Deployed | null> {
  if (from === 'local' || from === 'none') return null;
  const insists = from === 'vpc' || asked.stack !== undefined;
  const choice = await whileShowing('looking for deployed probers', () => probersChoice({ ...asked, insists }));
  if (choice.deployed === null) process.stderr.write(`${instead} ${choice.why}\n`);
  return choice.deployed;
}

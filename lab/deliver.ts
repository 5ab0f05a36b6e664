import type { InvokeOutcome } from './aws/invoke-outcome.ts';
import type { EventRule } from './deployment.ts';

/** Hands an event to every target of these rules, or the target's own input where it has one; gives what came of each. */
export function deliver(
  rules: readonly EventRule[],
  event: Readonly<Record<string, unknown>>,
  invoke: (functionName: string, event: unknown) => Promise<InvokeOutcome>,
): Promise<readonly InvokeOutcome[]> {
  const targets = rules.flatMap((rule) => rule.targets);
  return Promise.all(targets.map(({ functionName, input = event }) => invoke(functionName, input)));
}

import { referenceText } from '../../lib/reference-text.ts';
import type { Synthesised } from './template-of.ts';

/** A statement of a policy with its lists as lists and its resources as texts. */
export type Statement = {
  readonly effect: string;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly condition: unknown;
};

type Written = {
  readonly Effect: string;
  readonly Action: unknown;
  readonly Resource: unknown;
  readonly Condition?: unknown;
};

/** Statements of all policies whose logical id contains `part`. */
export function statementsOf({ resources }: Synthesised, part: string): readonly Statement[] {
  const policies = Object.entries(resources).filter(
    ([id, { Type }]) => Type === 'AWS::IAM::Policy' && id.includes(part),
  );
  return policies.flatMap(([, { Properties }]) => {
    const { Statement } = Properties['PolicyDocument'] as { Statement: readonly Written[] };
    return Statement.map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      actions: [Action].flat().map(String),
      resources: [Resource].flat().map(referenceText),
      condition: Condition,
    }));
  });
}

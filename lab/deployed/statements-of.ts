import type { Statement } from './is-allowed.ts';
import type { Resolve } from './resolver.ts';
import { resourcesOfType } from './resources-of-type.ts';
import type { Template } from './template.ts';

type Document = {
  readonly Statement: readonly {
    readonly Effect: 'Allow' | 'Deny';
    readonly Action: string | readonly string[];
    readonly Resource: string | readonly string[];
    readonly Condition?: object;
  }[];
};

/** What a role (its name) may do, by the policies of the template. */
export function statementsOf(template: Template, role: string, resolve: Resolve): readonly Statement[] {
  return resourcesOfType(template, 'AWS::IAM::Policy', resolve)
    .filter(({ property }) => (property('Roles') as readonly string[]).includes(role))
    .flatMap(({ property }) => (property('PolicyDocument') as Document).Statement)
    .map(({ Effect, Action, Resource, Condition }) => ({
      effect: Effect,
      actions: [Action].flat(),
      resources: [Resource].flat(),
      underConditions: Condition !== undefined,
    }));
}

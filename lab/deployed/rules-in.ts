import type { EventRule, RuleTarget } from '../deployment.ts';
import { identityOf } from './identity-of.ts';
import type { EventPattern } from './matches-pattern.ts';
import type { Resolve } from './resolver.ts';
import { resourcesOfType } from './resources-of-type.ts';
import type { Place, Template } from './template.ts';

type Target = { readonly Arn: string; readonly Input?: string };

/**
 * The rules of a template that are switched on. Throws where a target is no function that admits the rule, since EventBridge
 * would drop its events (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html).
 */
export function rulesIn(template: Template, resolve: Resolve, place: Place): readonly EventRule[] {
  const admitted = new Set(
    resourcesOfType(template, 'AWS::Lambda::Permission', resolve)
      .filter(({ property }) => property('Principal') === 'events.amazonaws.com')
      .map(({ property }) => `${property('SourceArn')} ${property('FunctionName')}`),
  );
  return resourcesOfType(template, 'AWS::Events::Rule', resolve)
    .filter(({ property }) => property('State') !== 'DISABLED')
    .map(({ id, property }) => {
      const { ref: name, arn } = identityOf(id, template.Resources[id] ?? { Type: '' }, place);
      const targets = (property('Targets') as readonly Target[]).map((target): RuleTarget => {
        if (!admitted.has(`${arn} ${target.Arn}`)) throw new Error(`${target.Arn} does not admit the rule ${id}`);
        const functionName = target.Arn.split(':function:')[1] ?? '';
        return target.Input === undefined ? { functionName } : { functionName, input: JSON.parse(target.Input) };
      });
      const isSchedule = property('ScheduleExpression') !== undefined;
      return { name, pattern: isSchedule ? null : (property('EventPattern') as EventPattern), targets };
    });
}

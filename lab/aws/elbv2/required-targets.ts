import type { Target } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { targetsIn } from './targets-in.ts';

/** The targets that a request names; throws where it names none. */
export function requiredTargets(input: Input): readonly Target[] {
  const targets = targetsIn(input);
  if (targets.length > 0) return targets;
  const why = 'failed to satisfy constraint: Member must not be null';
  throw new AwsError('ValidationError', `1 validation error detected: Value null at 'targets' ${why}`);
}

import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { absences } from './absences.ts';
import { requiredText } from './required-text.ts';

/** The target group that a request names; throws where there is none. */
export function askedGroup(input: Input, { targetGroups }: World): World['targetGroups'][number] {
  const wanted = requiredText(input, 'TargetGroupArn');
  const group = targetGroups.find(({ arn }) => arn === wanted);
  if (group !== undefined) return group;
  const { code, message } = absences.targetGroup;
  throw new AwsError(code, message, { exception: `${code}Exception` });
}

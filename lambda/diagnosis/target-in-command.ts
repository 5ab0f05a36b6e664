import type { BehindContext } from '../model/evidence.ts';
import { awsCommand } from './aws-command.ts';
import { targetWords } from './target-words.ts';

/** A command of `aws elbv2` on one registered target: `deregister-targets`, `register-targets`, `wait target-deregistered`. */
export function targetInCommand(
  verb: string,
  { endpoint: { target }, targetGroup }: Pick<BehindContext, 'endpoint' | 'targetGroup'>,
): string {
  const words = `elbv2 ${verb} --target-group-arn ${targetGroup.arn} --targets ${targetWords(target)}`;
  return awsCommand(targetGroup.arn, words);
}

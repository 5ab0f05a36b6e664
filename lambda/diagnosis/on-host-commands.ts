import type { EndpointContext } from '../model/evidence.ts';
import { awsCommand } from './aws-command.ts';

/** How to run a command on the target's host: a session where the target is an instance, else the command alone. */
export function onHostCommands({ endpoint, caller, targetGroup }: EndpointContext, command: string): readonly string[] {
  const { id } = endpoint.target;
  const isInstance = targetGroup === null ? id.startsWith('i-') : targetGroup.targetType === 'instance';
  return isInstance ? [awsCommand(caller.arn, `ssm start-session --target ${id}`), command] : [command];
}

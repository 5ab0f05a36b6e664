import type { EndpointContext } from '../model/evidence.ts';
import { awsCommand } from './aws-command.ts';

/** How to run a command on the target's host: a session where the target is an instance, else the command alone. */
export function onHostCommands({ endpoint, targetGroup }: EndpointContext, command: string): readonly string[] {
  if (targetGroup.targetType !== 'instance') return [command];
  return [awsCommand(targetGroup.arn, `ssm start-session --target ${endpoint.target.id}`), command];
}

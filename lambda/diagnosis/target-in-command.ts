import type { EndpointContext } from '../model/evidence.ts';
import { awsCommand } from './aws-command.ts';

/** A command of `aws elbv2` on one registered target: `deregister-targets`, `register-targets`, `wait target-deregistered`. */
export function targetInCommand(verb: string, { endpoint: { target }, targetGroup }: EndpointContext): string {
  const port = target.port === null ? '' : `,Port=${target.port}`;
  // An address outside the VPC was registered for all zones, and is only known with them.
  const zone = target.zone === 'all' ? ',AvailabilityZone=all' : '';
  const words = `elbv2 ${verb} --target-group-arn ${targetGroup.arn} --targets Id=${target.id}${port}${zone}`;
  return awsCommand(targetGroup.arn, words);
}

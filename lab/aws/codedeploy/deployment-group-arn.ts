import type { World } from '../../world/world.ts';
import type { AwsEndpointSources } from '../aws-endpoint-sources.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/**
 * The ARN of the deployment group of the deployment that a request names: on it calls about deployments must be allowed
 * (https://docs.aws.amazon.com/codedeploy/latest/userguide/auth-and-access-control-permissions-reference.html). Of a deployment
 * that is not there, any group's.
 */
export function deploymentGroupArn(
  input: Input,
  { region, accountId }: World,
  { deployments = [] }: AwsEndpointSources,
): string {
  const id = textOf(input, 'deploymentId');
  const group = deployments.find((one) => one.id === id)?.deploymentGroup ?? '*/*';
  return `arn:aws:codedeploy:${region}:${accountId}:deploymentgroup:${group}`;
}

import type { AwsEndpointSources } from '../aws-endpoint-sources.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Deployment } from './deployment.ts';

/** The deployment that a request names. Throws as CodeDeploy does where there is none. */
export function deploymentOf(input: Input, { deployments = [] }: AwsEndpointSources): Deployment {
  const id = textOf(input, 'deploymentId');
  if (id === undefined) throw new AwsError('DeploymentIdRequiredException', 'The deployment ID is required.');
  const found = deployments.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new AwsError('DeploymentDoesNotExistException', `The deployment ${id} could not be found`);
}

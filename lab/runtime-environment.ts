import type { DeployedFunction } from './deployment.ts';
import type { World } from './world/world.ts';

/**
 * What Lambda gives a function beside its own environment, and the lab's endpoint
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime). The keys open
 * nothing: the endpoint only wants requests to be signed, and knows the function by the first.
 */
export function runtimeEnvironment(
  { name, environment }: DeployedFunction,
  { region }: World,
  url: string,
): DeployedFunction['environment'] {
  return {
    ...environment,
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: name,
    AWS_SECRET_ACCESS_KEY: 'lab',
    AWS_ENDPOINT_URL: url,
  };
}

import type { TrailFacts } from '../account-facts.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { OperationContext } from '../operation.ts';
import { trailArn } from './trail-arn.ts';

/**
 * The trail that a parameter names: one of this Region by name, one that is at home elsewhere only by its ARN
 * (https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_GetTrailStatus.html).
 */
export function askedTrail(input: Input, parameter: string, { world, sources }: OperationContext): TrailFacts {
  const asked = textOf(input, parameter) ?? '';
  const found = (sources.account?.().trails ?? []).find((trail) => {
    return trailArn(trail, world) === asked || (trail.name === asked && trail.homeRegion === world.region);
  });
  if (found !== undefined) return found;
  const message = `Unknown trail: ${asked} for the user: ${world.accountId}`;
  throw new AwsError('TrailNotFoundException', message, { status: 404, exception: 'TrailNotFoundException' });
}

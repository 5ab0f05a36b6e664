import type { World } from '../../world/world.ts';
import { AwsError } from '../aws-error.ts';

/** Every topic of the world's account and Region is there; no other is. */
export function refuseUnknownTopic(topicArn: string, { region, accountId }: World): void {
  if (topicArn.startsWith(`arn:aws:sns:${region}:${accountId}:`)) return;
  throw new AwsError('NotFound', 'Topic does not exist', { status: 404, exception: 'NotFoundException' });
}

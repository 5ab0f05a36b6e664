import type { World } from '../../world/world.ts';
import type { TrailFacts } from '../account-facts.ts';

/** The ARN of a trail: it carries the Region where the trail is at home. */
export function trailArn({ name, homeRegion }: TrailFacts, { accountId }: World): string {
  return `arn:aws:cloudtrail:${homeRegion}:${accountId}:trail/${name}`;
}

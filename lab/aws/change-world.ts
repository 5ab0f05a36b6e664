import type { World } from '../world/world.ts';
import type { AwsEndpointSources } from './aws-endpoint-sources.ts';
import { AwsError } from './aws-error.ts';

/**
 * Makes the world this one, and waits until its packets follow. Between reading the world and calling this nothing may
 * be awaited, or another call's change would be lost. Throws where the world cannot be changed.
 */
export function changeWorld({ change }: AwsEndpointSources, next: World): Promise<void> {
  if (change === undefined) throw new AwsError('UnsupportedOperation', 'This world cannot be changed.');
  return change(next);
}

import type { World } from '../world/world.ts';

/** Who every caller of the endpoint is, as STS and the refusals name it. Signatures are not checked: any key will do. */
export function callerArn(world: World): string {
  return `arn:aws:sts::${world.accountId}:assumed-role/origin-doctor-lab/lab`;
}

import type { World } from '../../world/world.ts';

/** The ARN of a function of this name. */
export function functionArn(name: string, { region, accountId }: World): string {
  return `arn:aws:lambda:${region}:${accountId}:function:${name}`;
}

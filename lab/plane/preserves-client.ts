import type { World } from '../world/world.ts';

type TargetGroup = Pick<World['targetGroups'][number], 'targetType' | 'attributes'>;

/**
 * Whether targets of a Network Load Balancer's group see the clients' own addresses over TCP: as the attribute says, and
 * without it where they are registered by instance. Source:
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html
 */
export function preservesClient({ targetType, attributes }: TargetGroup): boolean {
  const said = attributes['preserve_client_ip.enabled'];
  return said === undefined ? targetType === 'instance' : said === 'true';
}

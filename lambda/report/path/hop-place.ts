import type { WayHop } from '../../model/way.ts';

/** Which thing a hop is, and which line of it: `acl-1, line 100`. An ARN is shortened to what stands behind its type. */
export function hopPlace({ resource, resources = [resource], line }: WayHop): string {
  const names = resources.map((one) => /^arn:.*?:(?:targetgroup|loadbalancer)\/(.+)\/[0-9a-f]+$/.exec(one)?.[1] ?? one);
  return `${names.join(', ')}${line === undefined ? '' : `, line ${line}`}`;
}

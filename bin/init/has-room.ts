import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { stackRoom } from '../../lib/stack-room.ts';
import { proberCount } from '../prober-count.ts';

/** Whether synthesis will take as much in one deployment; `ofAll` are the options of all deployments. */
export function hasRoom(
  deployment: Pick<ConfigDeployment, 'loadBalancers' | 'watches' | 'options'>,
  ofAll: Config['options'],
): boolean {
  const { loadBalancers, watches = [], options } = deployment;
  const { resources, keptFree, alarmsEach, probers } = stackRoom;
  if ((loadBalancers.length + watches.length) * alarmsEach > resources - keptFree) return false;
  return proberCount(deployment, options?.identity ?? ofAll?.identity ?? 'load-balancer') <= probers;
}

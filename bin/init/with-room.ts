import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';
import { hasRoom } from './has-room.ts';

/** A deployment with as many of its load balancers, the first ones, as it has room for, and the others. */
export function withRoom(
  deployment: ConfigDeployment,
  ofAll: Config['options'],
): { readonly deployment: ConfigDeployment; readonly over: ConfigDeployment['loadBalancers'] } {
  const { loadBalancers } = deployment;
  const counts = Array.from({ length: loadBalancers.length + 1 }, (_, index) => loadBalancers.length - index);
  const most = counts.find((count) => hasRoom(first(deployment, count), ofAll)) ?? 0;
  return { deployment: first(deployment, most), over: loadBalancers.slice(most) };
}

function first(deployment: ConfigDeployment, count: number): ConfigDeployment {
  return { ...deployment, loadBalancers: deployment.loadBalancers.slice(0, count) };
}

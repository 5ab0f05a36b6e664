import type { ConfigDeployment } from '../../lib/config/config-schema.ts';
import type { SeenLoadBalancer } from './seen.ts';

/** What the configuration holds of a load balancer; subnets and groups in an order of their own, so that the same gives the same bytes. */
export function entryOf(loadBalancer: SeenLoadBalancer): ConfigDeployment['loadBalancers'][number] {
  const { arn, name, type, scheme, zones, securityGroups, ipAddressType } = loadBalancer;
  return {
    arn,
    name,
    type: type === 'application' ? 'application' : 'network',
    scheme,
    subnets: zones
      .map(({ subnetId, zone }) => ({ id: subnetId, zone }))
      .toSorted((a, b) => (`${a.zone} ${a.id}` < `${b.zone} ${b.id}` ? -1 : 1)),
    securityGroups: securityGroups.toSorted(),
    ...(ipAddressType === 'ipv4' ? {} : { dualStack: true }),
  };
}

import type { Config } from '../../lib/config/config-schema.ts';
import type { Seen, SeenLoadBalancer } from './seen.ts';

type Deployment = Config['deployments'][number];

/**
 * The configuration for what was seen: one deployment for each VPC, everything in an order of its own, so that the same
 * account gives the same bytes. Options of the configuration before it are kept; null where there was none.
 */
export function configOf({ region, loadBalancers, vpcs }: Seen, before: Config | null): Config {
  const vpcIds = [...new Set(loadBalancers.map(({ vpcId }) => vpcId))].toSorted();
  const optionsOf = (vpcId: string) =>
    before?.deployments.find((one) => one.region === region && one.vpcId === vpcId)?.options;
  return {
    $schema: SCHEMA,
    account: accountIn(loadBalancers[0]?.arn ?? ''),
    deployments: vpcIds.map((vpcId): Deployment => {
      const vpc = vpcs.find(({ id }) => id === vpcId);
      const options = optionsOf(vpcId);
      return {
        region,
        vpcId,
        vpcCidrs: [...(vpc?.cidrs ?? []).toSorted(), ...(vpc?.ipv6Cidrs ?? []).toSorted()],
        loadBalancers: loadBalancers
          .filter((one) => one.vpcId === vpcId)
          .toSorted(byName)
          .map(entryOf),
        ...(options === undefined ? {} : { options }),
      };
    }),
    ...(before?.options === undefined ? {} : { options: before.options }),
  };
}

/** For editors. */
const SCHEMA = 'https://raw.githubusercontent.com/origin-doctor/origin-doctor/main/origin-doctor.schema.json';

/** `arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/…` */
function accountIn(arn: string): string {
  return arn.split(':')[4] ?? '';
}

/** By code points: the order of words differs from machine to machine. Names are unique in a Region. */
function byName(a: SeenLoadBalancer, b: SeenLoadBalancer): number {
  return a.name < b.name ? -1 : 1;
}

function entryOf(loadBalancer: SeenLoadBalancer): Deployment['loadBalancers'][number] {
  const { arn, name, type, scheme, zones, securityGroups } = loadBalancer;
  return {
    arn,
    name,
    type: type === 'application' ? 'application' : 'network',
    scheme,
    subnets: zones
      .map(({ subnetId, zone }) => ({ id: subnetId, zone }))
      .toSorted((a, b) => (`${a.zone} ${a.id}` < `${b.zone} ${b.id}` ? -1 : 1)),
    securityGroups: securityGroups.toSorted(),
  };
}

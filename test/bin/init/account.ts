import type { Seen, SeenLoadBalancer } from '../../../bin/init/seen.ts';
import type { Config, ConfigDeployment } from '../../../lib/config/config-schema.ts';

export type Deployment = ConfigDeployment;
type Watch = NonNullable<Deployment['watches']>[number];

/** The Region that is asked; VPCs of it are `VPC` and `OTHER_VPC`. */
export const REGION = 'eu-west-1';
export const VPC = 'vpc-0a';
export const OTHER_VPC = 'vpc-0b';
const ACCOUNT = '111122223333';

/** The ARN of the load balancer with this name; `made` tells one from another that had its name before. */
export function arnOf(name: string, made = 1, region = REGION): string {
  return `arn:aws:elasticloadbalancing:${region}:${ACCOUNT}:loadbalancer/app/${name}/${made}`;
}

/** A load balancer as AWS tells of it. */
export function balancer(name: string, changes: Partial<SeenLoadBalancer> = {}): SeenLoadBalancer {
  return {
    arn: arnOf(name),
    name,
    type: 'application',
    scheme: 'internal',
    state: 'active',
    stateReason: null,
    dnsName: '',
    vpcId: VPC,
    ipAddressType: 'ipv4',
    securityGroups: ['sg-01'],
    zones: [{ zone: 'eu-west-1a', subnetId: changes.vpcId === OTHER_VPC ? 'subnet-0b' : 'subnet-0a' }],
    ...changes,
  };
}

/** What is seen of the Region: these are all that there are, and were chosen, unless `changes` say otherwise. */
export function seen(loadBalancers: readonly SeenLoadBalancer[], changes: Partial<Seen> = {}): Seen {
  const vpcs = [VPC, OTHER_VPC].map((id) => ({ id, name: null, cidrs: ['10.0.0.0/16'], ipv6Cidrs: [] }));
  return {
    account: ACCOUNT,
    region: REGION,
    loadBalancers,
    vpcs,
    there: loadBalancers.map(({ arn }) => arn),
    leftOut: [],
    ...changes,
  };
}

/** A deployment of `VPC` with these load balancers, as `init` writes it. */
export function deployment(names: readonly string[], changes: Partial<Deployment> = {}): Deployment {
  return {
    region: REGION,
    vpcId: VPC,
    vpcCidrs: ['10.0.0.0/16'],
    loadBalancers: names.map((name) => entry(name)),
    ...changes,
  };
}

/** A load balancer as a configuration tells of it. */
export function entry(name: string, changes: Partial<Deployment['loadBalancers'][number]> = {}) {
  return {
    arn: arnOf(name),
    name,
    type: 'application' as const,
    scheme: 'internal' as const,
    subnets: [{ id: 'subnet-0a', zone: 'eu-west-1a' }],
    securityGroups: ['sg-01'],
    ...changes,
  };
}

/** A path that has no load balancer. */
export function watch(name: string): Watch {
  return {
    name,
    from: { subnets: [{ id: 'subnet-0a', zone: 'eu-west-1a' }], securityGroups: ['sg-01'] },
    to: { host: '10.0.0.9', port: 5432 },
  };
}

/** A configuration of these deployments. */
export function configWith(deployments: readonly Deployment[], options?: Config['options']): Config {
  return {
    $schema: './mine.json',
    account: ACCOUNT,
    deployments: [...deployments],
    ...(options === undefined ? {} : { options }),
  };
}

/** Where each load balancer stands, by deployment: `VPC NAME` and the names in it. */
export function standing({ deployments }: Config): readonly string[] {
  return deployments.map(({ vpcId, name, loadBalancers }) =>
    [`${[vpcId, name].filter(Boolean).join(' ')}:`, ...loadBalancers.map((one) => one.name)].join(' '),
  );
}

/** A deployment of another Region. */
export const US: Deployment = {
  ...deployment([]),
  region: 'us-east-1',
  loadBalancers: [
    { ...entry('far'), arn: arnOf('far', 1, 'us-east-1'), subnets: [{ id: 'subnet-0f', zone: 'us-east-1a' }] },
  ],
  options: { concurrency: 7 },
};

/** So many names, in their order. */
export function many(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `lb${100 + index}`);
}

/** The load balancers of these names, seen as `deployment` tells of them. */
export function asTheyAre(...names: string[]): Seen {
  return seen(names.map((name) => balancer(name)));
}

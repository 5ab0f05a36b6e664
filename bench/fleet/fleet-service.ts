import { known } from '../../lambda/model/fact.ts';
import type {
  Instance,
  LoadBalancer,
  NetworkInterface,
  SecurityGroup,
  TargetGroup,
  TargetHealth,
} from '../../lambda/model/inventory.ts';
import { fleetNames } from './fleet-names.ts';

/** A target group with the machines behind it. */
export type FleetService = {
  readonly targetGroup: TargetGroup;
  readonly targetHealth: readonly TargetHealth[];
  readonly instances: readonly Instance[];
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly securityGroups: readonly SecurityGroup[];
};

/** Which service: its number, its load balancer, how many targets it has, and how many groups each of them wears. */
export type ServiceKind = {
  readonly number: number;
  readonly loadBalancer: LoadBalancer;
  readonly targets: number;
  readonly groups: number;
  readonly healthy: boolean;
};

const PORT = 8080;
const PER_ZONE_BITS = 14;

/** A service of instances that listen on 8080, spread over the zones. All of them wear the same groups. */
export function fleetService(kind: ServiceKind): FleetService {
  const { number, loadBalancer, targets } = kind;
  const name = `service-${number}`;
  const securityGroups = Array.from({ length: kind.groups }, (_, index) => ({
    ...{ id: `sg-${name}-${index}`, name: `${name}-${index}`, vpcId: fleetNames.vpc, ownerId: '123456789012' },
  }));
  const groups = securityGroups.map(({ id }) => id);
  const machines = Array.from({ length: targets }, (_, index) => machine(number * targets + index, groups));
  return {
    targetGroup: targetGroup(name, loadBalancer),
    targetHealth: machines.map(({ instance }) => ({
      ...{ target: { id: instance.id, port: PORT, zone: null }, healthCheckPort: String(PORT), description: null },
      ...(kind.healthy ? { state: 'healthy', reason: null } : { state: 'unhealthy', reason: 'Target.Timeout' }),
    })),
    instances: machines.map(({ instance }) => instance),
    networkInterfaces: machines.map(({ networkInterface }) => networkInterface),
    securityGroups,
  };
}

function targetGroup(name: string, { arn, vpcId }: LoadBalancer): TargetGroup {
  return {
    ...{
      arn: fleetNames.arn(`targetgroup/${name}`),
      name,
      targetType: 'instance',
      protocol: 'HTTP',
      port: PORT,
      vpcId,
    },
    ...{ ipAddressType: 'ipv4', loadBalancerArns: [arn], attributes: known({}) },
    healthCheck: {
      ...{ enabled: true, protocol: 'HTTP', port: 'traffic-port', path: '/', matcher: '200' },
      ...{ intervalSeconds: 30, timeoutSeconds: 5, healthyThreshold: 5, unhealthyThreshold: 2 },
    },
  };
}

function machine(number: number, groups: readonly string[]) {
  const { vpc: vpcId, zones } = fleetNames;
  const zone = number % zones.length;
  const subnetId = fleetNames.appSubnet(zone);
  const host = ((zone + 1) << PER_ZONE_BITS) + 16 + Math.floor(number / zones.length);
  const address = `10.0.${host >> 8}.${host & 255}`;
  const id = `i-${number}`;
  const instance: Instance = { id, name: null, state: 'running', vpcId, subnetId, primaryAddress: address };
  const networkInterface: NetworkInterface = {
    ...{ id: `eni-${number}`, description: '', interfaceType: 'interface', vpcId, subnetId, zone: zones[zone] ?? '' },
    ...{ status: 'in-use', groups, ipv6Addresses: [], attachment: { instanceId: id, deviceIndex: 0 } },
    addresses: [{ address, primary: true, publicAddress: null }],
  };
  return { instance, networkInterface };
}

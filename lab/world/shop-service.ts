import type { HealthCheck, Target } from '../../lambda/model/inventory.ts';
import type { Naming } from './naming.ts';
import type { World } from './world.ts';

type TargetGroup = World['targetGroups'][number];

/** How fast the load balancers check: `real` is the quickest that AWS allows, `fast` is for tests. */
export type Pace = 'real' | 'fast';

/** One service behind a load balancer. `conditions` empty: it is what the listener forwards to by default. */
export type Service = Pick<TargetGroup, 'name' | 'targetType' | 'protocol' | 'port'> & {
  readonly balancer: string;
  readonly conditions: readonly string[];
  readonly path: string | null;
  readonly targets: readonly Target[];
};

/** A target group with its targets and the rule that leads to it. */
export function shopService(
  names: Naming,
  pace: Pace,
  service: Service,
): Pick<World, 'targetGroups' | 'registrations' | 'rules'> & { readonly arn: string } {
  const { name, targetType, protocol, port, balancer, conditions } = service;
  const arn = targetGroupArn(names, name);
  const listener = names.arn(`listener-rule/${balancer}/${names.mark(balancer)}`);
  return {
    arn,
    targetGroups: [
      {
        arn,
        name,
        targetType,
        protocol,
        port,
        vpcId: names.vpcId,
        ipAddressType: 'ipv4',
        loadBalancerArns: [names.arn(`loadbalancer/${balancer}`)],
        healthCheck: healthCheck(pace, service),
        attributes: attributesOf(service),
      },
    ],
    registrations: { [arn]: service.targets },
    rules: [
      {
        arn: `${listener}/${names.mark(`rule/${name}`)}`,
        listenerArn: listenerArn(names, balancer),
        priority: conditions.length === 0 ? 'default' : '10',
        conditions,
        actions: [{ type: 'forward', targetGroups: [{ arn, weight: 1 }] }],
      },
    ],
  };
}

/** The ARN of the target group of this name. */
export function targetGroupArn(names: Naming, name: string): string {
  return names.arn(`targetgroup/${name}/${names.mark(`targetgroup/${name}`)}`);
}

/** The ARN of a load balancer's only listener. */
export function listenerArn(names: Naming, balancer: string): string {
  return names.arn(`listener/${balancer}/${names.mark(balancer)}`);
}

/** Five seconds is the shortest interval that AWS accepts; tests take one, which it would refuse. */
function healthCheck(pace: Pace, { protocol, path }: Service): HealthCheck {
  return {
    enabled: true,
    protocol: protocol ?? 'TCP',
    port: 'traffic-port',
    path,
    matcher: path === null ? null : '200',
    intervalSeconds: pace === 'real' ? 5 : 1,
    timeoutSeconds: pace === 'real' ? 2 : 1,
    healthyThreshold: 2,
    unhealthyThreshold: 2,
  };
}

/** Client addresses are preserved by Network Load Balancers only, and not by default for IP targets over TCP. */
function attributesOf({ protocol }: Service): TargetGroup['attributes'] {
  const delay = { 'deregistration_delay.timeout_seconds': '300' };
  return protocol === 'TCP' ? { ...delay, 'preserve_client_ip.enabled': 'false' } : delay;
}

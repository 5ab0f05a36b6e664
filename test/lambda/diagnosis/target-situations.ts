import type { Looked } from '../../../lambda/diagnosis/evidence-of.ts';
import type { Endpoint } from '../../../lambda/model/endpoint.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { Instance, Inventory, NetworkInterface, SecurityGroupRule } from '../../../lambda/model/inventory.ts';
import type { ProbeResult } from '../../../lambda/model/probe-result.ts';
import { changed, endpoint, ingressDenied, saying, seenEverywhere, world } from './small-world.ts';

const PORT = 9099;
const ADDRESS = '10.0.10.99';
const instance = {
  ...{ id: 'i-web', name: 'web', state: 'running', vpcId: 'vpc-1', subnetId: 'subnet-app' },
  primaryAddress: '10.0.10.5',
};

/** The endpoint of a health check on a port of its own. */
export const checkEndpoint: Endpoint = {
  ...endpoint,
  id: endpoint.id.replace('traffic:8080', `health-check:${PORT}`),
  port: PORT,
  purpose: 'health-check',
};

/** A registered address that no interface holds. */
export const staleEndpoint: Endpoint = { ...endpoint, target: { ...endpoint.target, id: ADDRESS }, address: ADDRESS };

/** The world in which the instance is in this state, and the load balancer says so. */
export function withInstance(state: string): Inventory {
  const instances: readonly Instance[] = [{ ...instance, state }];
  return { ...saying(world, 'unused', 'Target.InvalidState'), instances: known(instances) };
}

/** The world in which `ADDRESS` is registered, `holder` holding it; the load balancer may send anywhere. */
export function withAddress(holder: Partial<NetworkInterface> | null = null): Inventory {
  const { targetGroups, networkInterfaces } = changed({}, { targetType: 'ip' });
  const interfaces = networkInterfaces.known ? networkInterfaces.value : [];
  const held = interfaces.slice(0, 1).map((one) => ({
    ...{ ...one, id: 'eni-other', attachment: null },
    addresses: [{ address: ADDRESS, primary: true, publicAddress: null }],
    ...holder,
  }));
  const line = { target: staleEndpoint.target, healthCheckPort: '8080', description: null };
  return {
    ...world,
    targetGroups,
    networkInterfaces: known(holder === null ? interfaces : [...interfaces, ...held]),
    securityGroupRules: known(rules().map((one) => (one.egress ? { ...one, peer: EVERYONE } : one))),
    targetHealth: {
      [endpoint.targetGroup ?? '']: known([{ ...line, state: 'unhealthy', reason: 'Target.Timeout' }]),
    },
  };
}

const EVERYONE: SecurityGroupRule['peer'] = { kind: 'cidr', cidr: '0.0.0.0/0' };

/** The world in which the health check port is open to the load balancer too. */
export function withCheckPort(): Inventory {
  const ports = rules().map((one) => ({ ...one, fromPort: 8080, toPort: PORT }));
  const { targetGroups } = changed({}, { healthCheck: { ...checkOf(world), port: String(PORT) } });
  return { ...saying(world, 'unhealthy', 'Target.FailedHealthChecks'), targetGroups, securityGroupRules: known(ports) };
}

/** The same results as a prober of its own identity gives them. */
export function wearing(results: readonly ProbeResult[], groups: readonly string[]): readonly ProbeResult[] {
  return results.map((one) => ({ ...one, securityGroups: groups }));
}

/** The situations of the faults of the target and of ourselves, by code. */
export const targetSituations = {
  'health-check-port-closed': {
    inventory: withCheckPort(),
    endpoint: checkEndpoint,
    results: [...seenEverywhere('connected'), ...at(checkEndpoint, seenEverywhere('refused', 'ECONNREFUSED'))],
  },
  'target-address-stale': {
    inventory: withAddress(),
    endpoint: staleEndpoint,
    results: seenEverywhere('timed-out'),
  },
  'target-instance-not-running': { inventory: withInstance('stopped'), results: seenEverywhere('timed-out') },
  'deregistration-race': {
    inventory: saying(world, 'draining', 'Target.DeregistrationInProgress'),
    results: seenEverywhere('refused', 'ECONNREFUSED'),
  },
  'target-closes-early': { results: seenEverywhere('closed-early') },
  'vantage-point-differs': { results: wearing(seenEverywhere('timed-out'), ['sg-prober']) },
  'evidence-contradicts': { inventory: ingressDenied, results: seenEverywhere('connected') },
} satisfies Record<string, Partial<Looked>>;

/** The same results at another endpoint. */
export function at({ id }: Endpoint, results: readonly ProbeResult[]): readonly ProbeResult[] {
  return results.map((one) => ({ ...one, endpoint: id }));
}

function rules(): readonly SecurityGroupRule[] {
  return world.securityGroupRules.known ? world.securityGroupRules.value : [];
}

function checkOf({ targetGroups }: Inventory) {
  const [group] = targetGroups.known ? targetGroups.value : [];
  if (group === undefined) throw new Error('the small world has a target group');
  return group.healthCheck;
}

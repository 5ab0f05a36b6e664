import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../../lab/lab.ts';
import { loadFaults } from '../../lab/load-faults.ts';
import type { Door } from '../../lab/plane/open-door.ts';
import { addressNamed } from '../../lab/world/address-named.ts';
import { balancerNamed } from '../../lab/world/balancer-named.ts';
import { groupNamed } from '../../lab/world/group-named.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { instanceNamed } from '../../lab/world/instance-named.ts';
import { subnetNamed } from '../../lab/world/subnet-named.ts';
import { targetGroupNamed } from '../../lab/world/target-group-named.ts';
import type { World } from '../../lab/world/world.ts';
import type { Attributes, RulePeer, Target } from '../../lambda/model/inventory.ts';
import { dialFrom } from './dial-from.ts';
import { eventually } from './eventually.ts';
import { interfaceNamed } from './interface-named.ts';
import { modesHere } from './modes.ts';
import { nodeAddress } from './node-address.ts';

const HANDLERS = {
  monitor: join(import.meta.dirname, '../../lambda/handlers/monitor.ts'),
  prober: join(import.meta.dirname, '../../lambda/handlers/prober.ts'),
};
const HEALTHY = healthyWorld(11, 'fast');
const FAULTS = await loadFaults();
/** Loopback mode has no source addresses, and nothing that forwards. */
const MODES = (await modesHere()).filter((mode) => mode === 'namespaces');
const SUBNETS = ['internal-a', 'internal-b'];
/** A machine in a zone in which the load balancer has no node; the order servers' clients are declared to be such. */
const CLIENT_NAME = 'web-c';

/** What a client gets at a node: an answer of a target that saw the client's address, or the node's; or nothing. */
type Seen = 'client' | 'node' | 'silence';
type Situation = {
  readonly name: string;
  readonly change: (world: World) => World;
  /** By the node's subnet: internal-a, internal-b. */
  readonly seen: readonly [Seen, Seen];
  /** What the doctor says of it, of which resource; null: nothing. */
  readonly named: readonly [code: string, resource: string] | null;
};

const ORDERS_A = addressNamed(HEALTHY, 'orders-a');
const SHOP_ORDERS = balancerNamed(HEALTHY, 'shop-orders');

const SITUATIONS: readonly Situation[] = [
  { name: 'a healthy world', change: (world) => world, seen: ['node', 'node'], named: null },
  { name: 'client addresses preserved', change: preserved, seen: ['client', 'client'], named: null },
  { name: 'targets registered by instance', change: byInstance, seen: ['client', 'client'], named: null },
  {
    name: 'targets registered by instance, and addresses not preserved',
    change: (world) => withAttribute(byInstance(world), 'false'),
    seen: ['node', 'node'],
    named: null,
  },
  {
    name: 'target-security-group-blocks-clients',
    change: faultNamed('target-security-group-blocks-clients'),
    seen: ['silence', 'silence'],
    named: ['target-security-group-blocks-clients', ORDERS_A],
  },
  {
    name: 'the same rules where addresses are not preserved',
    change: (world) => withAttribute(faultNamed('target-security-group-blocks-clients')(world), 'false'),
    seen: ['node', 'node'],
    named: null,
  },
  {
    name: 'targets that admit the clients’ ranges beside the load balancer’s',
    change: (world) => preserved(admitting(world, cidrs([...SUBNETS, 'app-a', 'app-b', 'app-c']))),
    seen: ['client', 'client'],
    named: null,
  },
  {
    name: 'load-balancer-subnet-acl-blocks-clients',
    change: faultNamed('load-balancer-subnet-acl-blocks-clients'),
    seen: ['node', 'silence'],
    named: ['load-balancer-subnet-acl-blocks-clients', SHOP_ORDERS],
  },
  {
    name: 'the load balancer’s own group open on another port',
    change: withOwnGroupOn7001,
    seen: ['silence', 'silence'],
    named: ['load-balancer-security-group-blocks-clients', SHOP_ORDERS],
  },
];

describe.each(MODES)('clients of a Network Load Balancer in %s mode', (mode) => {
  let lab: Lab;
  let client: Door | null;
  beforeAll(async () => {
    lab = await startLab({ world: HEALTHY, handlers: HANDLERS, mode, deadlineMs: 700 });
    client = await lab.openDoor(interfaceNamed(HEALTHY, CLIENT_NAME));
    // Every function is started by its first check, which on a busy machine takes as long as all that follows.
    await lab.check();
  }, 60_000);
  afterAll(() => lab.close());

  it.each(SITUATIONS)('$name: targets see $seen', async ({ change, seen, named }) => {
    await standing(change(HEALTHY));
    const got = await Promise.all(SUBNETS.map((subnet) => dial(nodeIn(subnet), 7000)));
    expect(got).toEqual(seen.map((what, index) => expectedFor(what, nodeIn(SUBNETS[index] ?? ''))));

    // No check of the load balancers' can see it, and the doctor says it all the same.
    const report = await lab.check();
    const subjects = [
      ...report.loadBalancers.map(({ arn, diagnosis }) => ({ resource: arn, diagnosis })),
      ...report.endpoints.map(({ target, diagnosis }) => ({ resource: target.id, diagnosis })),
    ];
    const leading = subjects.flatMap(({ resource, diagnosis }) =>
      diagnosis.leading === null ? [] : [[diagnosis.leading.code, resource]],
    );
    if (named === null) expect(leading).toEqual([]);
    else expect(leading).toContainEqual(named);
    expect(states().every((state) => state === 'healthy')).toBe(true);
  });

  it('are not sent to a target that is known to be unhealthy', async () => {
    await lab.apply(withoutProcess(HEALTHY));
    await eventually('the load balancer notices', () => states().includes('unhealthy'));
    const dials = Array.from({ length: 8 }, () => dial(nodeIn('internal-a'), 7000));
    const other = addressNamed(HEALTHY, 'orders-b');
    expect([...new Set(await Promise.all(dials))]).toEqual([`answered by ${other}, which saw ${nodeIn('internal-a')}`]);
  });

  it('are sent on within the node’s own zone where the load balancer does not cross zones', async () => {
    // A node that no longer checks a target does not change its mind on it.
    await standing(HEALTHY);
    await standing(withoutCrossing(HEALTHY));
    const dials = SUBNETS.flatMap((subnet) => [1, 2, 3].map(() => dial(nodeIn(subnet), 7000)));
    const answers = new Set((await Promise.all(dials)).map((one) => one.split(',')[0]));
    const own = ['orders-a', 'orders-b'].map((name) => `answered by ${addressNamed(HEALTHY, name)}`);
    expect([...answers]).toEqual(own);
  });

  it('get silence at a port without a listener', async () => {
    await lab.apply(HEALTHY);
    expect(await dial(nodeIn('internal-a'), 7001)).toBe('silence');
  });

  it('are not admitted as themselves where a target names their own group', async () => {
    const { vpcId, ownerId } = HEALTHY.securityGroups[0] ?? { vpcId: '', ownerId: '' };
    const clients: RulePeer = { kind: 'security-group', id: groupNamed(HEALTHY, 'web'), ownerId, vpcId };
    await lab.apply(preserved(admitting(HEALTHY, [...cidrs(SUBNETS), clients])));
    expect(await dial(addressNamed(HEALTHY, 'orders-a'), 7000)).toMatch(/^answered by/);
    expect(await dial(nodeIn('internal-a'), 7000)).toBe('silence');
  });

  function dial(host: string, port: number): Promise<string> {
    return dialFrom(client?.enter ?? [], host, port);
  }

  async function standing(world: World): Promise<void> {
    await lab.apply(world);
    await eventually('every target is healthy', () => states().every((state) => state === 'healthy'));
  }

  function states(): readonly string[] {
    return Object.values(lab.health()).flatMap((lines) => lines.map((line) => line.state));
  }
});

function expectedFor(seen: Seen, node: string): unknown {
  if (seen === 'silence') return 'silence';
  const address = seen === 'node' ? node : addressNamed(HEALTHY, CLIENT_NAME);
  return expect.stringMatching(new RegExp(`^answered by .*\\.4[12], which saw ${address}$`));
}

function nodeIn(subnet: string): string {
  return nodeAddress(HEALTHY, subnet);
}

function faultNamed(code: string): (world: World) => World {
  const fault = FAULTS.find((one) => one.code === code);
  if (fault === undefined) throw new Error(`the lab has no fault ${code}`);
  return fault.change;
}

function preserved(world: World): World {
  return withAttribute(world, 'true');
}

function withAttribute(world: World, value: string): World {
  const targetGroups = world.targetGroups.map((one) =>
    one.name === 'orders' ? { ...one, attributes: { ...one.attributes, 'preserve_client_ip.enabled': value } } : one,
  );
  return { ...world, targetGroups };
}

/** Without the attribute: what AWS takes for granted decides. */
function byInstance(world: World): World {
  const { arn } = targetGroupNamed(world, 'orders');
  const targets: readonly Target[] = ['orders-a', 'orders-b'].map((name) => ({
    ...{ id: instanceNamed(world, name), port: 7000, zone: null },
  }));
  const targetGroups = world.targetGroups.map((one): World['targetGroups'][number] =>
    one.arn === arn ? { ...one, targetType: 'instance', attributes: withoutPreserve(one.attributes) } : one,
  );
  return { ...world, targetGroups, registrations: { ...world.registrations, [arn]: targets } };
}

function withoutPreserve(attributes: Attributes): Attributes {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'preserve_client_ip.enabled'));
}

function cidrs(subnets: readonly string[]): readonly RulePeer[] {
  return subnets.map((name) => ({ kind: 'cidr', cidr: subnetNamed(HEALTHY, name).cidr }));
}

/** The order servers' group admits these, and nobody else. */
function admitting(world: World, peers: readonly RulePeer[]): World {
  const orders = groupNamed(world, 'orders');
  const securityGroupRules = world.securityGroupRules.flatMap((rule) =>
    rule.groupId === orders && !rule.egress
      ? peers.map((peer, index) => ({ ...rule, id: `${rule.id.slice(0, -1)}${index}`, peer }))
      : [rule],
  );
  return { ...world, securityGroupRules };
}

function withOwnGroupOn7001(world: World): World {
  const own = groupNamed(world, 'shop-orders');
  const securityGroupRules = world.securityGroupRules.map((rule) =>
    rule.groupId === own && !rule.egress ? { ...rule, fromPort: 7001, toPort: 7001 } : rule,
  );
  return { ...world, securityGroupRules };
}

function withoutProcess(world: World): World {
  const instanceId = instanceNamed(world, 'orders-a');
  return {
    ...world,
    hosts: world.hosts.map((host) => (host.instanceId === instanceId ? { ...host, processes: [] } : host)),
  };
}

function withoutCrossing(world: World): World {
  const loadBalancers = world.loadBalancers.map((one) =>
    one.arn === SHOP_ORDERS
      ? { ...one, attributes: { ...one.attributes, 'load_balancing.cross_zone.enabled': 'false' } }
      : one,
  );
  return { ...world, loadBalancers };
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type AwsEndpoint, startAwsEndpoint } from '../../../lab/aws/aws-endpoint.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { World } from '../../../lab/world/world.ts';
import { awsClients } from '../../../lambda/inventory/aws-clients.ts';
import { iamActions } from '../../../lambda/inventory/iam-actions.ts';
import { readInventory } from '../../../lambda/inventory/read-inventory.ts';
import { known } from '../../../lambda/model/fact.ts';
import type { NetworkAcl, TargetHealth } from '../../../lambda/model/inventory.ts';

const IMPLICIT_DENY = {
  ruleNumber: 32767,
  protocol: '-1',
  action: 'deny',
  cidr: '0.0.0.0/0',
  fromPort: null,
  toPort: null,
};
const now = () => new Date('2026-03-01T12:00:00Z');
let world: World;
let endpoint: AwsEndpoint;

beforeEach(async () => {
  world = healthyWorld();
  endpoint = await startAwsEndpoint({
    world: () => world,
    health: () => healthOf(world),
    invoke: async () => {
      throw new Error('nobody invokes anything here');
    },
  });
  vi.stubEnv('AWS_ENDPOINT_URL', endpoint.url);
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKIAEXAMPLEEXAMPLE01');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'not-a-secret');
  vi.stubEnv('AWS_PROFILE', '');
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await endpoint.close();
});

function healthOf({ targetGroups, registrations }: World): Record<string, readonly TargetHealth[]> {
  const healthy = { state: 'healthy', reason: null, description: null };
  return Object.fromEntries(
    targetGroups.map(({ arn, port }) => {
      const targets = registrations[arn] ?? [];
      return [arn, targets.map((target) => ({ target, healthCheckPort: String(target.port ?? port), ...healthy }))];
    }),
  );
}

/** Registered by id or by address. */
function registeredInstances({ instances, registrations }: World): World['instances'] {
  const registered = new Set(Object.values(registrations).flatMap((targets) => targets.map((one) => one.id)));
  return instances.filter((one) => registered.has(one.id) || registered.has(one.primaryAddress ?? ''));
}

/** AWS adds the implicit denies, and writes all ports of TCP as 0 to 65535. */
function aclInAws(acl: NetworkAcl): unknown {
  const denies = [true, false].map((egress) => ({ ...IMPLICIT_DENY, egress }));
  const declared = acl.entries.map((entry) =>
    entry.protocol === '6' && entry.fromPort === null ? { ...entry, fromPort: 0, toPort: 65535 } : entry,
  );
  return { ...acl, entries: expect.arrayContaining([...declared, ...denies]) };
}

function read(names: readonly string[] = []) {
  const clients = awsClients({ region: world.region });
  return readInventory(clients, { names, now }).then((inventory) => ({ inventory, clients }));
}

it('reads a world as it was declared', async () => {
  const { inventory } = await read();
  expect(inventory).toMatchObject({
    schemaVersion: 1,
    readAt: '2026-03-01T12:00:00.000Z',
    loadBalancers: world.loadBalancers.map((one) => ({ ...one, attributes: known(one.attributes) })),
    vpcs: known(world.vpcs),
    subnets: known(world.subnets),
    securityGroups: known(world.securityGroups),
    routeTables: known(world.routeTables),
    networkInterfaces: known(world.networkInterfaces),
  });
  expect(inventory.targetGroups).toEqual(
    known(world.targetGroups.map((one) => ({ ...one, attributes: known(one.attributes) }))),
  );
  expect(inventory.securityGroupRules).toEqual(known(expect.arrayContaining([...world.securityGroupRules])));
  expect(inventory.instances).toEqual(known(registeredInstances(world)));
  expect(inventory.targetHealth).toEqual(
    Object.fromEntries(Object.entries(healthOf(world)).map(([arn, health]) => [arn, known(health)])),
  );
  expect(inventory.networkAcls).toEqual(known(world.networkAcls.map(aclInAws)));
  for (const { arn } of world.loadBalancers) {
    expect(inventory.listeners[arn]).toEqual(known(world.listeners.filter((one) => one.loadBalancerArn === arn)));
  }
  for (const { arn } of world.listeners) {
    const declared = world.rules.filter((one) => one.listenerArn === arn && one.priority !== 'default');
    expect(inventory.rules[arn]).toEqual(known(expect.arrayContaining(declared)));
  }
});

it('counts what the endpoint counts, and needs the IAM actions that are listed', async () => {
  const { clients } = await read();
  expect(clients.calls).toEqual(endpoint.calls());
  expect(Object.keys(endpoint.calls()).sort()).toEqual([...iamActions].sort());
});

it('notes where it dialled', async () => {
  const { clients } = await read();
  expect(clients.dialled).toEqual({ ec2: endpoint.url, elasticloadbalancing: endpoint.url });
});

it('reads only what belongs to the load balancers that were named', async () => {
  const [, named] = world.loadBalancers;
  const { inventory } = await read([named?.name ?? '']);
  expect(inventory.loadBalancers.map((one) => one.arn)).toEqual([named?.arn]);
  expect(Object.keys(inventory.listeners)).toEqual([named?.arn]);
  const groups = inventory.targetGroups.known ? inventory.targetGroups.value : [];
  expect(groups.map((one) => one.loadBalancerArns)).toEqual(groups.map(() => [named?.arn]));
  expect(Object.keys(inventory.targetHealth)).toEqual(groups.map((one) => one.arn));
});

const FORBIDDEN = iamActions.filter((action) => action !== 'elasticloadbalancing:DescribeLoadBalancers');

it.each(FORBIDDEN)('goes on without %s, and says that it is missing', async (action) => {
  world = { ...world, forbidden: [action] };
  const { inventory } = await read();
  const text = JSON.stringify(inventory);
  expect(text).toContain(`"kind":"forbidden","reason":"the caller may not call ${action}`);
  expect(text).not.toContain('"kind":"failed"');
  expect(inventory.loadBalancers).toHaveLength(world.loadBalancers.length);
});

it('throws where the load balancers themselves are forbidden, naming the action', async () => {
  world = { ...world, forbidden: ['elasticloadbalancing:DescribeLoadBalancers'] };
  await expect(read()).rejects.toMatchObject({
    name: 'CannotCheck',
    message: expect.stringContaining('Allow the IAM action elasticloadbalancing:DescribeLoadBalancers'),
  });
});

it('does not ask for instances where nobody knows which are registered', async () => {
  world = { ...world, forbidden: ['elasticloadbalancing:DescribeTargetGroups'] };
  const { inventory } = await read();
  expect(inventory.instances).toMatchObject({ known: false, kind: 'not-asked' });
  expect(endpoint.calls()['ec2:DescribeInstances']).toBeUndefined();
});

it('names the load balancers that are known when one is not', async () => {
  await expect(read(['shop-wbe'])).rejects.toMatchObject({
    name: 'CannotCheck',
    message: 'There is no load balancer "shop-wbe" in eu-west-1; there are: shop-web, shop-orders.',
  });
});

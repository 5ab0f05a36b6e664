import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plainDeployment } from '../../../lab/plain-deployment.ts';
import type { Plane } from '../../../lab/plane/plane.ts';
import { standPlane } from '../../../lab/plane/stand-plane.ts';
import { addressNamed } from '../../../lab/world/address-named.ts';
import { groupNamed } from '../../../lab/world/group-named.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import type { Process, World } from '../../../lab/world/world.ts';
import type { NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import { modesHere } from '../modes.ts';

const HANDLER = join(import.meta.dirname, 'dialling-handler.ts');
const WORLD = healthyWorld(7, 'fast');
const { functions: FUNCTIONS } = plainDeployment(WORLD, {
  handlers: { monitor: '', prober: HANDLER },
  deadlineMs: 700,
});

type Situation = {
  readonly name: string;
  readonly change: (world: World) => World;
  readonly expected: string;
  /** Only where the kernel routes and filters. */
  readonly kernelOnly?: true;
};

const SITUATIONS: readonly Situation[] = [
  { name: 'a listening process', change: (world) => world, expected: 'open' },
  { name: 'no process', change: (world) => onWebA(world, []), expected: 'ECONNREFUSED' },
  {
    name: 'a process on another port',
    change: (world) => onWebA(world, [{ ...WEB, port: 8081 }]),
    expected: 'ECONNREFUSED',
  },
  {
    name: 'a process bound to 127.0.0.1',
    change: (world) => onWebA(world, [{ ...WEB, bind: 'loopback' }]),
    expected: 'ECONNREFUSED',
  },
  {
    name: 'a process that resets',
    change: (world) => onWebA(world, [{ ...WEB, behaviour: 'reset' }]),
    expected: 'reset',
  },
  {
    name: 'a process that closes',
    change: (world) => onWebA(world, [{ ...WEB, behaviour: 'close' }]),
    expected: 'open, then closed',
  },
  { name: 'a host that is gone', change: (world) => withoutHost(world), expected: 'silence' },
  { name: 'no ingress rule', change: (world) => withoutRules(world, 'web', false), expected: 'silence' },
  { name: 'no egress rule', change: (world) => withoutRules(world, 'shop-web', true), expected: 'silence' },
  {
    name: 'no egress rule on the target, which need not have one to answer (groups are stateful)',
    change: (world) => withoutRules(world, 'web', true),
    expected: 'open',
  },
  {
    name: 'an ACL that denies the request',
    change: (world) => withEntry(world, 'app', acl(false, 8080, 8080)),
    expected: 'silence',
  },
  {
    name: 'an ACL that denies the answer (ACLs are stateless)',
    change: (world) => withEntry(world, 'app', acl(true, 1024, 65_535)),
    expected: 'silence',
  },
  {
    name: 'an ACL entry that comes after the one that admits',
    change: (world) => withEntry(world, 'app', { ...acl(false, 8080, 8080), ruleNumber: 101 }),
    expected: 'open',
  },
  {
    name: 'an ACL at the dialling side',
    change: (world) => withEntry(world, 'edge', acl(true, 8080, 8080)),
    expected: 'silence',
  },
  { name: 'no route back', change: (world) => withoutRoutes(world), expected: 'silence', kernelOnly: true },
];

const WEB: Process = { name: 'web', port: 8080, bind: 'any', behaviour: 'answer' };

describe.each(await modesHere())('in %s mode', (mode) => {
  let plane: Plane;
  beforeAll(async () => {
    plane = (await standPlane(WORLD, (name) => FUNCTIONS.find((one) => one.name === name), mode)).plane;
  });
  afterAll(() => plane.close());

  const situations = SITUATIONS.filter((one) => mode === 'namespaces' || one.kernelOnly === undefined);
  it.each(situations)('$name: $expected', async ({ change, expected }) => {
    await plane.apply(change(WORLD));
    const event = { host: addressNamed(WORLD, 'web-a'), port: 8080, waitMs: 400 };
    const answer = await plane.invoke('origin-doctor-prober-shop-web-eu-west-1b', event);
    expect(answer).toEqual({ kind: 'answer', payload: expected });
  });

  it('refuses to run a function that does not exist', async () => {
    expect(await plane.invoke('nobody', {})).toMatchObject({
      kind: 'service-error',
      name: 'ResourceNotFoundException',
    });
  });
});

function onWebA(world: World, processes: readonly Process[]): World {
  const [first, ...rest] = world.hosts;
  return first === undefined ? world : { ...world, hosts: [{ ...first, processes }, ...rest] };
}

function withoutHost(world: World): World {
  const [first, ...rest] = world.hosts;
  return first === undefined ? world : { ...world, hosts: [{ ...first, up: false }, ...rest] };
}

function withoutRules(world: World, group: string, egress: boolean): World {
  const id = groupNamed(world, group);
  const securityGroupRules = world.securityGroupRules.filter(
    (rule) => !(rule.groupId === id && rule.egress === egress),
  );
  return { ...world, securityGroupRules };
}

function acl(egress: boolean, fromPort: number, toPort: number): NetworkAclEntry {
  return { ruleNumber: 50, egress, protocol: '6', action: 'deny', cidr: '0.0.0.0/0', fromPort, toPort };
}

function withEntry(world: World, where: 'edge' | 'app', entry: NetworkAclEntry): World {
  const networkAcls = world.networkAcls.map((one) =>
    one.isDefault === (where === 'edge') ? { ...one, entries: [...one.entries, entry] } : one,
  );
  return { ...world, networkAcls };
}

function withoutRoutes(world: World): World {
  const routeTables = world.routeTables.map((table) => (table.main ? { ...table, routes: [] } : table));
  return { ...world, routeTables };
}

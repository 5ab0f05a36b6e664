import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../../lab/lab.ts';
import type { Door } from '../../lab/plane/open-door.ts';
import { addressNamed } from '../../lab/world/address-named.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import { subnetNamed } from '../../lab/world/subnet-named.ts';
import type { World } from '../../lab/world/world.ts';
import type { NetworkAclEntry } from '../../lambda/model/inventory.ts';
import { dialFrom } from './dial-from.ts';
import { eventually } from './eventually.ts';
import { hasAwsCli } from './has-aws-cli.ts';
import { interfaceNamed } from './interface-named.ts';
import { modesHere } from './modes.ts';
import { nodeAddress } from './node-address.ts';
import { runPrinted } from './run-printed.ts';
import { tooWide } from './too-wide.ts';

const HANDLERS = {
  monitor: join(import.meta.dirname, '../../lambda/handlers/monitor.ts'),
  prober: join(import.meta.dirname, '../../lambda/handlers/prober.ts'),
};
const HEALTHY = healthyWorld(13, 'fast');
/** Loopback mode has no source addresses, and nothing that forwards. */
const MODES = (await modesHere()).filter((mode) => mode === 'namespaces');
const CAN_MEND = hasAwsCli();
const NODES = ['internal-a', 'internal-b'].map((subnet) => nodeAddress(HEALTHY, subnet));
const TARGETS = ['orders-a', 'orders-b'].map((name) => addressNamed(HEALTHY, name));
/** A declared client of the order servers, in a subnet with neither a node nor one of them. */
const CLIENT = { name: 'web-c', subnet: 'app-c' };
const PATIENCE = { timeout: 60_000 };

/** Entries of the ACL of the application subnets that speak of the client's subnet alone. */
const SITUATIONS: readonly (readonly [code: string, entry: Partial<NetworkAclEntry>])[] = [
  ['target-subnet-acl-blocks-request', { egress: false, fromPort: 7000, toPort: 7000 }],
  ['target-subnet-acl-blocks-response', { egress: true, fromPort: 1024, toPort: 65_535 }],
];

describe.each(MODES)('clients whose address is preserved, behind the ACL of the targets in %s mode', (mode) => {
  let lab: Lab;
  let client: Door | null;
  beforeAll(async () => {
    lab = await startLab({ world: preserving(HEALTHY), handlers: HANDLERS, mode, deadlineMs: 700 });
    client = await lab.openDoor(interfaceNamed(HEALTHY, CLIENT.name));
    // Every function is started by its first check, which on a busy machine takes as long as all that follows.
    await lab.check();
  }, 60_000);
  afterAll(() => lab.close());

  it.each(SITUATIONS)(
    '%s: users hang, health is green, and what is said to mend it does',
    PATIENCE,
    async (code, entry) => {
      await lab.apply(preserving(HEALTHY));
      await eventually('every target is healthy', allHealthy);
      expect(await dialAll()).toEqual(NODES.map(() => ANSWERED));
      expect((await lab.check()).findings).toEqual([]);

      const broken = denying(preserving(HEALTHY), entry);
      await lab.apply(broken);
      expect(await dialAll()).toEqual(NODES.map(() => 'silence'));
      const report = await lab.check();
      const leading = report.endpoints.flatMap(({ target, probes, diagnosis }) =>
        diagnosis.leading === null
          ? []
          : [{ target: target.id, outcomes: probes.map(({ outcome }) => outcome), ...diagnosis }],
      );
      const said = { code, certainty: 'certain', fix: { verified: true } };
      const outcomes = NODES.map(() => 'connected');
      expect(leading).toMatchObject(TARGETS.map((target) => ({ target, outcomes, symptom: null, leading: said })));
      expect(report.findings.map((finding) => finding.code)).toEqual([code, code]);
      expect(allHealthy()).toBe(true);
      if (!CAN_MEND) return;

      const commands = new Set(report.findings.flatMap(({ fix }) => fix.commands));
      for (const command of commands) await runPrinted(command, lab.url);
      expect(tooWide(broken, lab.world())).toEqual([]);
      expect(await dialAll()).toEqual(NODES.map(() => ANSWERED));
      expect((await lab.check()).findings).toEqual([]);
    },
  );

  function dialAll(): Promise<readonly string[]> {
    return Promise.all(NODES.map((node) => dialFrom(client?.enter ?? [], node, 7000)));
  }

  function allHealthy(): boolean {
    return Object.values(lab.health()).every((lines) => lines.every(({ state }) => state === 'healthy'));
  }
});

const ANSWERED: unknown = expect.stringMatching(
  new RegExp(`^answered by .*, which saw ${addressNamed(HEALTHY, CLIENT.name)}$`),
);

function preserving(world: World): World {
  const targetGroups = world.targetGroups.map((one) =>
    one.name === 'orders' ? { ...one, attributes: { ...one.attributes, 'preserve_client_ip.enabled': 'true' } } : one,
  );
  return { ...world, targetGroups };
}

function denying(world: World, entry: Partial<NetworkAclEntry>): World {
  const { id, cidr } = subnetNamed(world, CLIENT.subnet);
  const any = { ruleNumber: 90, egress: false, protocol: '6', action: 'deny', fromPort: null, toPort: null } as const;
  const networkAcls = world.networkAcls.map((acl) =>
    acl.subnetIds.includes(id) ? { ...acl, entries: [...acl.entries, { ...any, cidr, ...entry }] } : acl,
  );
  return { ...world, networkAcls };
}

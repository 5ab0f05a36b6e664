import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DeployedLab, startDeployed } from '../../../lab/deployed/start-deployed.ts';
import { groupNamed } from '../../../lab/world/group-named.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import { instanceNamed } from '../../../lab/world/instance-named.ts';
import type { World } from '../../../lab/world/world.ts';
import type { Finding } from '../../../lambda/model/diagnosis.ts';
import { watch } from '../../../lib/watch.ts';
import { eventually } from '../eventually.ts';
import { hasAwsCli } from '../has-aws-cli.ts';
import { modesHere } from '../modes.ts';
import { runPrinted } from '../run-printed.ts';
import { wordsOf } from './answers.ts';
import { scale, stateOf, told, valuesOf, within } from './minutes.ts';
import { type Synthesised, synthesise } from './synthesise.ts';

// A path that no load balancer is on: the api machines call the orders service by themselves.

const NAME = 'api-to-orders';
const CALLED = 'orders-a';
const BARE = healthyWorld(23, 'fast');
const WORLD: World = { ...BARE, securityGroupRules: [...BARE.securityGroupRules, ...admitting(BARE)] };
const MODES = await modesHere();

/** The orders machines admit the api machines too. */
function admitting(world: World): World['securityGroupRules'] {
  const { accountId, vpcs } = world;
  const peer = { kind: 'security-group', id: groupNamed(world, 'api'), ownerId: accountId, vpcId: vpcs[0]?.id ?? null };
  const own = world.securityGroupRules.filter(
    ({ groupId, egress }) => groupId === groupNamed(world, 'orders') && !egress,
  );
  return own.map((rule) => ({ ...rule, id: `${rule.id}0`, peer: { ...peer, kind: 'security-group' } }));
}

function watchOf(world: World) {
  const subnets = ['api-a', 'api-b'].map((name) => {
    const id = instanceNamed(world, name);
    return world.instances.find((one) => one.id === id)?.subnetId ?? '';
  });
  return watch({
    name: NAME,
    from: { vpcId: world.vpcs[0]?.id ?? '', subnets, securityGroups: [groupNamed(world, 'api')] },
    to: { host: instanceNamed(world, CALLED), port: 7000 },
  });
}

describe.runIf(MODES[0] === 'namespaces')('a watched path, deployed', { timeout: 60_000 }, () => {
  let made: Synthesised | undefined;
  let lab: DeployedLab;
  let name: string;
  const alarm = (state: string) => stateOf(lab, `${name}/${NAME}${state}`);
  const findings = async (): Promise<readonly Finding[]> => (await lab.check()).findings;

  beforeAll(async () => {
    made = await synthesise(WORLD, [watchOf(WORLD)]);
    name = made.deployment;
    lab = await startDeployed({
      world: WORLD,
      assembly: made.assembly,
      mode: 'namespaces',
      clock: { now: Date.now, scale },
    });
    await eventually('every target is healthy', () => wordsOf(lab).every(({ state }) => state === 'healthy'), 20_000);
  }, 90_000);
  afterAll(async () => {
    await lab?.close();
    if (made !== undefined) rmSync(made.folder, { recursive: true, force: true });
  });

  it('is dialled from where the caller stands, in what the caller wears', async () => {
    await lab.tick();
    expect(valuesOf(lab, 'Connected', NAME)).toEqual([1]);
    const { endpoints, findings: none } = await lab.check();
    const [endpoint] = endpoints.filter(({ watch: of }) => of === NAME);
    expect(endpoint?.probes.map(({ vantagePoint, outcome }) => [vantagePoint, outcome])).toEqual([
      [`${NAME}@${BARE.region}a`, 'connected'],
      [`${NAME}@${BARE.region}b`, 'connected'],
    ]);
    expect(endpoint).toMatchObject({ elb: null, loadBalancer: null, targetGroup: null });
    expect(none).toEqual([]);
    expect([...told(lab, 'notification'), ...told(lab, 'event')]).toEqual([]);
  });

  it('has an alarm and a message of its own when a rule is gone, and what is printed mends it', async () => {
    const well = lab.world();
    const gone = admitting(BARE).map(({ id }) => id);
    await lab.apply({ ...well, securityGroupRules: well.securityGroupRules.filter(({ id }) => !gone.includes(id)) });
    await within(lab, 10, 'the alarm goes off', () => alarm('/silent') === 'ALARM' && alarm('') === 'ALARM');
    const [message] = told(lab, 'notification');
    expect(message?.subject).toContain(NAME);
    const [finding] = await findings();
    expect(finding).toMatchObject({
      code: 'target-security-group-blocks-load-balancer',
      title: "The target's security group does not admit the caller",
      certainty: 'certain',
      zones: null,
      fix: { verified: true },
    });
    if (!hasAwsCli()) return;
    for (const command of finding?.fix.commands ?? []) await runPrinted(command, lab.url);
    expect(await findings()).toEqual([]);
    await within(lab, 15, 'the alarm comes back', () => alarm('/silent') === 'OK' && alarm('') === 'OK');
    expect(told(lab, 'notification')).toHaveLength(2);
  });

  it('tells a process that is gone from a way that is closed', async () => {
    const host = instanceNamed(WORLD, CALLED);
    const hosts = WORLD.hosts.map((one) => (one.instanceId === host ? { ...one, processes: [] } : one));
    await lab.apply({ ...lab.world(), hosts });
    const watched = (await lab.check()).endpoints.find(({ watch: of }) => of === NAME);
    expect(watched?.diagnosis).toMatchObject({
      symptom: { outcome: 'refused' },
      leading: { code: 'target-port-closed', certainty: 'likely' },
    });
  });
});

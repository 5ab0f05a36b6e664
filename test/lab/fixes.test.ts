import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../../lab/lab.ts';
import { loadFaults } from '../../lab/load-faults.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import type { Finding } from '../../lambda/model/diagnosis.ts';
import type { Report } from '../../lambda/model/report.ts';
import { eventually } from './eventually.ts';
import { hasAwsCli } from './has-aws-cli.ts';
import { modesHere } from './modes.ts';
import { notice } from './notice.ts';
import { runPrinted } from './run-printed.ts';
import { tooWide } from './too-wide.ts';

const HANDLERS = {
  monitor: join(import.meta.dirname, '../../lambda/handlers/monitor.ts'),
  prober: join(import.meta.dirname, '../../lambda/handlers/prober.ts'),
};
const HEALTHY = healthyWorld(7, 'fast');
/** Python starts slowly, and some fixes are several commands. */
const PATIENCE = { timeout: 60_000 };
const FAULTS = await loadFaults();
const MODES = hasAwsCli() ? await modesHere() : [];
/** Whose fix changes what no path goes by, so that nothing could be verified before: it is carried out as well. */
const UNVERIFIED = [
  'listener-forwards-nowhere',
  'target-group-empty',
  'target-instance-not-running',
  'target-zone-not-enabled',
];
/** Whose fix is to be carried out wherever the world can be: a fix that is no longer said to be verified shall be missed. */
const MENDABLE = [
  ...UNVERIFIED,
  'health-check-port-blocked',
  'load-balancer-security-group-blocks-clients',
  'load-balancer-security-group-blocks-targets',
  'load-balancer-subnet-acl-blocks-clients',
  'load-balancer-subnet-acl-blocks-request',
  'load-balancer-subnet-acl-blocks-response',
  'load-balancer-subnet-without-internet-route',
  'load-balancer-subnet-without-route',
  'security-group-reference-not-honoured',
  'target-security-group-blocks-clients',
  'target-security-group-blocks-load-balancer',
  'target-subnet-acl-blocks-request',
  'target-subnet-acl-blocks-response',
  'target-subnet-without-return-route',
];

describe.each(MODES)('fixes carried out by the AWS CLI in %s mode', (mode) => {
  let lab: Lab;
  const carriedOut = new Set<string>();
  beforeAll(async () => {
    lab = await startLab({ world: HEALTHY, handlers: HANDLERS, mode, deadlineMs: 700 });
  });
  afterAll(() => lab.close());

  it.each(FAULTS.filter((fault) => fault.modes.includes(mode)))(
    '$code: what is said to mend it does',
    PATIENCE,
    async (fault) => {
      await stand(HEALTHY);
      await lab.apply(fault.change(HEALTHY));
      await notice(lab, fault);
      const report = await lab.check();
      const leading = leadingOf(report);
      const own = leading.find(({ code }) => code === fault.code);
      expect(own).toBeDefined();
      if (own?.fix.verified !== true && !UNVERIFIED.includes(fault.code)) return;
      await carryOut(leading);
      await expectMended();
      carriedOut.add(fault.code);
    },
  );

  it('has tried those that can be mended', () => {
    const here = FAULTS.filter(({ modes }) => modes.includes(mode)).map(({ code }) => code);
    expect([...carriedOut]).toEqual(expect.arrayContaining(MENDABLE.filter((code) => here.includes(code))));
  });

  it('opens a connection that two faults close, once both are mended', PATIENCE, async () => {
    const two = ['target-security-group-blocks-load-balancer', 'target-subnet-acl-blocks-response'];
    await stand(HEALTHY);
    const broken = FAULTS.filter(({ code }) => two.includes(code)).reduce((world, one) => one.change(world), HEALTHY);
    await lab.apply(broken);
    const first = leadingAt(await lab.check(), 'api-a');
    await carryOut(first);
    const between = await lab.check();
    const second = leadingAt(between, 'api-a');
    expect([...first, ...second].map(({ code }) => code).toSorted()).toEqual(two.toSorted());
    expect(second.map(({ fix }) => fix.verified)).toEqual([true]);
    await carryOut(leadingOf(between));
    await expectMended();
  });

  async function stand(world: World): Promise<void> {
    await lab.apply(world);
    const states = () => Object.values(lab.health()).flatMap((lines) => lines.map((line) => line.state));
    await eventually('every target healthy', () => states().every((state) => state === 'healthy'));
  }

  /** Many targets behind one line have the same command, which is run once. Those of one finding are run in their order. */
  async function carryOut(findings: readonly Finding[]): Promise<void> {
    const before = lab.world();
    const runs = new Map<string, Promise<void>>();
    const run = (command: string) => {
      const started = runs.get(command) ?? runPrinted(command, lab.url);
      runs.set(command, started);
      return started;
    };
    await Promise.all(
      findings.map(async ({ fix }) => {
        for (const command of fix.commands) await run(command);
      }),
    );
    expect(tooWide(before, lab.world())).toEqual([]);
  }

  /**
   * Packets follow at once, the load balancer after its threshold. No probe sees what turns clients away: that the finding
   * is gone is what tells.
   */
  async function expectMended(): Promise<void> {
    const outcomes = (await lab.check()).endpoints.flatMap(({ probes }) => probes.map(({ outcome }) => outcome));
    expect(new Set(outcomes)).toEqual(new Set(['connected']));
    await stand(lab.world());
    expect((await lab.check()).findings).toEqual([]);
  }
});

function leadingOf({ endpoints, targetGroups, loadBalancers }: Report): readonly Finding[] {
  const own = endpoints.flatMap(({ diagnosis }) => diagnosis.leading ?? []);
  return [...own, ...[...targetGroups, ...loadBalancers].flatMap(({ leading }) => leading ?? [])];
}

function leadingAt({ endpoints }: Report, name: string): readonly Finding[] {
  return endpoints.filter(({ target }) => target.name === name).flatMap(({ diagnosis }) => diagnosis.leading ?? []);
}

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../../lab/lab.ts';
import { loadFaults } from '../../lab/load-faults.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { World } from '../../lab/world/world.ts';
import type { Diagnosis } from '../../lambda/model/diagnosis.ts';
import type { Report } from '../../lambda/model/report.ts';
import { exitStatus } from '../../lambda/report/exit-status.ts';
import { eventually } from './eventually.ts';
import { exampleOf } from './example-of.ts';
import { modesHere } from './modes.ts';
import { notice } from './notice.ts';

const HANDLERS = {
  monitor: join(import.meta.dirname, '../../lambda/handlers/monitor.ts'),
  prober: join(import.meta.dirname, '../../lambda/handlers/prober.ts'),
};
const EXAMPLES = join(import.meta.dirname, '../../lab/examples');
/** Another seed than anyone's default: no id or address may be relied on. */
const HEALTHY = healthyWorld(42, 'fast');
const FAULTS = await loadFaults();

describe.each(await modesHere())('in %s mode', (mode) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await startLab({ world: HEALTHY, handlers: HANDLERS, mode, deadlineMs: 700 });
  });
  afterAll(() => lab.close());

  it.each(FAULTS.filter((fault) => fault.modes.includes(mode)))('$code leads in its own world', async (fault) => {
    const healthy = await healed(lab);
    expect(healthy.findings).toEqual([]);
    expect(healthy.endpoints.every((one) => one.probes.every((probe) => probe.outcome === 'connected'))).toBe(true);

    await lab.apply(fault.change(HEALTHY));
    await notice(lab, fault);
    const report = await lab.check();
    const ill = diagnosesOf(report, fault.resourceOf(HEALTHY));
    expect(ill.flatMap(({ leading }) => leading?.code ?? [])).toEqual([fault.code]);
    // Consequences and notes lead only alone, and raise no exit status: what causes them may, at other subjects.
    const causes = report.findings.filter(({ kind }) => kind === 'cause');
    expect(exitStatus(report) === 2).toBe(causes.length > 0);
    // The same in both modes: what `explain` and the fault's page show.
    await expect(exampleOf(fault, report)).toMatchFileSnapshot(join(EXAMPLES, `${fault.code}.txt`));
    await expect(saidOf(report, fault.code)).toMatchFileSnapshot(
      join(import.meta.dirname, 'said', `${fault.code}.txt`),
    );
  });

  it('names a second blocker behind the first, and does not call the first fix enough', async () => {
    await heal(lab);
    const two = ['target-security-group-blocks-load-balancer', 'target-subnet-acl-blocks-response'];
    const broken = FAULTS.filter((fault) => two.includes(fault.code)).reduce<World>(
      (world, one) => one.change(world),
      HEALTHY,
    );
    await lab.apply(broken);
    const report = await lab.check();
    const api = report.endpoints.find((one) => one.target.name === 'api-a');
    const named = [api?.diagnosis.leading, ...(api?.diagnosis.others ?? [])];
    expect(named.map((finding) => finding?.code).toSorted()).toEqual(two.toSorted());
    expect(named.map((finding) => finding?.fix.verified)).toEqual([false, false]);
  });

  it('keeps since when a fault has stood, and forgets it when it is mended', async () => {
    await heal(lab);
    const well = await lab.check();
    const fault = FAULTS.find((one) => one.code === 'target-port-closed');
    await lab.apply(fault?.change(HEALTHY) ?? HEALTHY);
    const first = (await lab.check()).findings[0]?.since;
    const second = await lab.check();
    const [ill] = second.endpoints.filter((one) => one.diagnosis.symptom !== null);
    const dialled = well.endpoints.find((one) => one.id === ill?.id)?.probes.map((probe) => probe.at);
    expect(ill?.diagnosis.lastWell).toBe(dialled?.toSorted().at(-1));
    expect(second.findings[0]?.since).toBe(first);
    expect(second.checkedAt > (first ?? '')).toBe(true);
    expect((await healed(lab)).findings).toEqual([]);
    await lab.apply(fault?.change(HEALTHY) ?? HEALTHY);
    expect((await lab.check()).findings[0]?.since.localeCompare(first ?? '')).toBe(1);
  });
});

/** What is said of the healed world. A health check that was under way when it was mended may still count against a target. */
async function healed(lab: Lab): Promise<Report> {
  await heal(lab);
  const report = await lab.check();
  if (report.findings.length === 0) return report;
  await sleep(1_500);
  await heal(lab);
  return lab.check();
}

async function heal(lab: Lab): Promise<void> {
  await lab.apply(HEALTHY);
  const states = () => Object.values(lab.health()).flatMap((lines) => lines.map((line) => line.state));
  await eventually('every target healthy', () => states().every((state) => state === 'healthy'));
}

/** What is said of a target, or of a load balancer or target group as such. */
function diagnosesOf({ loadBalancers, targetGroups, endpoints }: Report, resource: string): readonly Diagnosis[] {
  return [
    ...[...loadBalancers, ...targetGroups].filter(({ arn }) => arn === resource),
    ...endpoints.filter(({ target }) => target.id === resource),
  ].map(({ diagnosis }) => diagnosis);
}

/** What is said of each target, without ids, addresses and times: `web-b traffic: CODE (certain), CODE (likely)`. */
function saidOf({ loadBalancers, targetGroups, endpoints }: Report, code: string): string {
  const resources = [
    ...loadBalancers.map(({ name, diagnosis }) => ({ what: `load balancer ${name}`, diagnosis })),
    ...targetGroups.map(({ name, diagnosis }) => ({ what: `target group ${name}`, diagnosis })),
  ]
    // That all targets of a group are ill is said once the load balancer has noticed, and so not in every run.
    .filter(({ diagnosis: { leading } }) => leading?.kind !== 'consequence' || leading.code === code)
    .filter(({ diagnosis: { leading, inconclusive } }) => leading !== null || inconclusive.length > 0);
  const targets = endpoints.map(({ target, purpose, diagnosis }) => ({
    what: `${target.name ?? 'nobody'} ${purpose}: ${diagnosis.symptom?.outcome ?? 'well'}`,
    diagnosis,
  }));
  return [...resources, ...targets].map(({ what, diagnosis }) => `${what}: ${wordsOf(diagnosis)}\n`).join('');
}

function wordsOf({ leading, others, inconclusive }: Diagnosis): string {
  const findings = leading === null ? [] : [leading, ...others];
  const said = findings.map((one) => `${one.code} (${one.certainty}, fix ${one.fix.verified}${zonesOf(one.zones)})`);
  const open = inconclusive.map((one) => `inconclusive ${one.code}`);
  return [...said, ...open].join(', ') || 'nothing';
}

function zonesOf(zones: readonly string[] | null): string {
  return zones === null ? '' : `, from ${zones.join(' ')}`;
}

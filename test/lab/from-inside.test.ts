import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Lab, startLab } from '../../lab/lab.ts';
import { loadFaults } from '../../lab/load-faults.ts';
import type { Door } from '../../lab/plane/open-door.ts';
import { healthyWorld } from '../../lab/world/healthy-world.ts';
import type { Report } from '../../lambda/model/report.ts';
import { eventually } from './eventually.ts';
import { modesHere } from './modes.ts';

const ROOT = join(import.meta.dirname, '../..');
const CLI = join(ROOT, 'bin/origin-doctor.ts');
const HANDLERS = {
  monitor: join(ROOT, 'lambda/handlers/monitor.ts'),
  prober: join(ROOT, 'lambda/handlers/prober.ts'),
};
const HEALTHY = healthyWorld(3, 'fast');
const MODES = (await modesHere()).filter((mode) => mode === 'namespaces');
const FAULTS = await loadFaults();

/** `check --from local` dials, so it may run only inside a namespace of the world: here at a load balancer's node. */
describe.each(MODES)('check --from local at a load balancer’s node in %s', (mode) => {
  let lab: Lab;
  let door: Door | null;
  beforeAll(async () => {
    lab = await startLab({ world: HEALTHY, handlers: HANDLERS, mode, deadlineMs: 700 });
    door = await lab.openDoor(HEALTHY.networkInterfaces[0]?.id ?? '');
  });
  afterAll(() => lab.close());

  it.each([
    { fault: null, status: 0, leading: [] },
    { fault: 'target-port-closed', status: 2, leading: ['target-port-closed'] },
    {
      fault: 'target-security-group-blocks-load-balancer',
      status: 2,
      leading: ['target-security-group-blocks-load-balancer'],
    },
  ])('exits $status when it is broken by $fault', async ({ fault, status, leading }) => {
    await heal();
    const change = FAULTS.find((one) => one.code === fault)?.change;
    await lab.apply(change === undefined ? HEALTHY : change(HEALTHY));
    // Silence at a place that the same rule shuts out proves nothing; the load balancer's own word must have come.
    if (fault !== null) await eventually('the load balancer notices', () => states().includes('unhealthy'));
    const run = await inside(['check', '--from', 'local', 'shop-web', '--output', 'json']);
    expect(run.errors).toBe('');
    const report: Report = JSON.parse(run.output);
    // That all targets of a group are ill by then is a consequence, and comes when the load balancer says so.
    const causes = report.findings.filter(({ kind }) => kind !== 'consequence');
    expect([...new Set(causes.map((finding) => finding.code))]).toEqual(leading);
    expect(run.status).toBe(status);
    expect(report.endpoints.every((one) => one.probes.every((probe) => probe.vantagePoint === 'local'))).toBe(true);
  });

  it('says that silence proves nothing from a place that is not admitted', async () => {
    await heal();
    const run = await inside(['check', '--from', 'local', 'shop-orders', '--output', 'json']);
    const report: Report = JSON.parse(run.output);
    expect(report.findings).toEqual([]);
    expect(report.endpoints.map((one) => one.unjudged)).toEqual([expect.any(String), expect.any(String)]);
    expect(run.status).toBe(3);
  });

  async function heal(): Promise<void> {
    await lab.apply(HEALTHY);
    await eventually('every target healthy', () => states().every((state) => state === 'healthy'));
  }

  function states(): readonly string[] {
    return Object.values(lab.health()).flatMap((lines) => lines.map((line) => line.state));
  }

  async function inside(args: readonly string[]) {
    const [program = '', ...rest] = [...(door?.enter ?? []), process.execPath, CLI, ...args];
    const env = {
      PATH: process.env['PATH'],
      AWS_ENDPOINT_URL: door?.url,
      AWS_REGION: HEALTHY.region,
      AWS_ACCESS_KEY_ID: 'lab',
      AWS_SECRET_ACCESS_KEY: 'lab',
    };
    const child = spawn(program, rest, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      errors += text;
    });
    const [status] = await once(child, 'close');
    return { status, output, errors };
  }
});

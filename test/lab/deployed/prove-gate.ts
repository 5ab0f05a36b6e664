import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, type it, onTestFinished } from 'vitest';
import type { Lab } from '../../../lab/lab.ts';
import { instanceNamed } from '../../../lab/world/instance-named.ts';
import { targetGroupNamed } from '../../../lab/world/target-group-named.ts';
import type { World } from '../../../lab/world/world.ts';
import { awsEnvironment, runCli } from '../../bin/run-cli.ts';
import { eventually } from '../eventually.ts';
import { wordsOf } from './answers.ts';
import { codeDeployments, hookOf } from './code-deployments.ts';
import { told } from './minutes.ts';
import { withFunction } from './with-function.ts';

/** The lab, and the world as it was deployed into, once they are there. */
export type Ground = () => { readonly lab: Lab; readonly well: World };

/** The name of the deployed gate. */
export function gateOf(lab: Lab): string {
  return lab.deployment().functions.find(({ name }) => name.startsWith('CodeDeployHook_'))?.name ?? '';
}

/**
 * Proves the gate at the doors that a deployed one has, to whoever invokes it, to CodeDeploy and to the command line: a bad
 * deploy is held with the diagnosis as the reason, a good one is let through.
 */
export function proveGate(prove: typeof it | ReturnType<typeof it.runIf>, ground: Ground): void {
  describe('the gate', () => {
    afterEach(async () => {
      const { lab, well } = ground();
      await lab.apply(well);
      await eventually('all is healthy', () => wordsOf(lab).every(({ state }) => state === 'healthy'), 20_000);
    });

    prove('holds a bad deploy, and lets a good one through', async () => {
      const { lab, well } = ground();
      const baseline = await reportBefore(lab, well);
      const ask = () => lab.invoke(gateOf(lab), { stable: 1, timeoutSeconds: 1, baseline });
      await lab.apply(badDeploy(well));
      expect(await ask()).toMatchObject({
        payload: {
          ...{ verdict: 'held', reason: expect.stringContaining('8080') },
          findings: [{ code: 'target-port-closed' }],
        },
      });
      await lab.apply(well);
      await eventually('it is healthy', () => wordsOf(lab).every(({ state }) => state === 'healthy'));
      expect(await ask()).toMatchObject({ payload: { verdict: 'passed', newEndpoints: 1 } });
    });

    prove('tells CodeDeploy that a bad deploy failed, and the log why', async () => {
      const { lab, well } = ground();
      onTestFinished(withFunction(lab, gateOf(lab), { environment: { ORIGIN_DOCTOR_GATE_TIMEOUT_SECONDS: '1' } }));
      await lab.apply(badDeploy(well));
      const outcome = await lab.invoke(gateOf(lab), hookOf(codeDeployments.bad));
      expect(outcome).toMatchObject({ payload: { status: 'Failed', reason: expect.stringContaining('8080') } });
      expect(statusesOf(lab, 'd-BAD')).toEqual(['Failed']);
      const [line] = lab.printed().filter((one) => one.includes('the gate tells CodeDeploy'));
      expect(line).toContain('target-port-closed');
    });

    prove('tells it that a good one succeeded, by invoking itself where it has no time left', async () => {
      const { lab } = ground();
      // Three looks with their pauses take longer than half of it, after which an invocation hands over.
      onTestFinished(withFunction(lab, gateOf(lab), { timeoutSeconds: 12 }));
      const outcome = await lab.invoke(gateOf(lab), hookOf(codeDeployments.good));
      expect(outcome).toMatchObject({ payload: { status: 'InProgress' } });
      await eventually('CodeDeploy is told', () => statusesOf(lab, 'd-GOOD').length > 0, 30_000);
      expect(statusesOf(lab, 'd-GOOD')).toEqual(['Succeeded']);
    });

    prove('is found by the command line, as the monitor is', { timeout: 90_000 }, async () => {
      const { lab, well } = ground();
      const environment = { ...awsEnvironment(lab.url), AWS_REGION: well.region };
      const run = (...args: readonly string[]) => runCli(args, environment);
      const saved = fileWith(JSON.stringify(await reportBefore(lab, well)));
      await lab.apply(badDeploy(well));
      const held = await run('gate', 'shop-web', '--stable', '1', '--timeout', '1', '--baseline', saved);
      expect(held.stdout.replace(/\s+/g, ' ')).toMatch(/Held\. web-c .*:8080: .*\(target-port-closed/);
      expect(held).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(/^Dialling from the VPC, at the gate of the stack Lab in .*\n$/),
      });
      const tree = JSON.parse((await run('tree', 'shop-web', '--output', 'json')).stdout);
      expect(JSON.stringify(tree)).toContain('"leading":"target-port-closed"');
      await lab.apply(well);
      const passed = await run(
        'gate',
        'shop-web',
        '--stable',
        '2',
        '--timeout',
        '20',
        '--pause',
        '1',
        '--baseline',
        saved,
      );
      expect(passed).toMatchObject({ status: 0, stdout: expect.stringContaining('Passed. What is new since') });
    });
  });
}

/** What stood before the deployment that registers web-c. */
async function reportBefore(lab: Lab, well: World): Promise<unknown> {
  const { arn: group } = targetGroupNamed(well, 'web');
  const registered = (well.registrations[group] ?? []).filter(({ id }) => id !== instanceNamed(well, 'web-c'));
  await lab.apply({ ...well, registrations: { ...well.registrations, [group]: registered } });
  return lab.check();
}

/** One that registers web-c, where nothing listens. */
function badDeploy(well: World): World {
  const fresh = instanceNamed(well, 'web-c');
  return { ...well, hosts: well.hosts.map((host) => (host.instanceId === fresh ? { ...host, processes: [] } : host)) };
}

function statusesOf(lab: Lab, deployment: string): readonly string[] {
  return told(lab, 'hook-status').flatMap(({ deploymentId, status }) => (deploymentId === deployment ? status : []));
}

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'origin-doctor-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const path = join(folder, 'before.json');
  writeFileSync(path, text);
  return path;
}

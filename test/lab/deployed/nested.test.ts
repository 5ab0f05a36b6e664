import { rmSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { accountWith } from '../../../lab/deployed/account-with.ts';
import { functionsIn } from '../../../lab/deployed/functions-in.ts';
import { readAssembly } from '../../../lab/deployed/read-assembly.ts';
import { stacksIn } from '../../../lab/deployed/stacks-in.ts';
import { startDeployed } from '../../../lab/deployed/start-deployed.ts';
import { healthyWorld } from '../../../lab/world/healthy-world.ts';
import { stackOutputs } from '../../../lambda/contract.ts';
import { awsEnvironment, runCli } from '../../bin/run-cli.ts';
import { doctorStack, emptyApp } from '../../lib/doctor-stack.ts';
import { manyLoadBalancers } from '../../lib/many-load-balancers.ts';
import { eventually } from '../eventually.ts';
import { wordsOf } from './answers.ts';
import { scale } from './minutes.ts';
import { synthesise } from './synthesise.ts';

it('reads probers that stand in a stack of their own, since there are many, with the role of the stack around them', () => {
  const app = emptyApp();
  doctorStack({ loadBalancers: manyLoadBalancers(50) }, app);
  const place = { region: 'eu-central-1', accountId: '111122223333' };
  const { directory } = app.synth();
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const stacks = stacksIn(readAssembly(directory, 'Web'), place, () => ({ Version: '1' }));
  const probers = functionsIn(stacks, place).filter(({ inVpc }) => inVpc);
  expect([stacks.length, probers.length]).toEqual([2, 150]);
  expect(probers.filter(({ network }) => network?.subnets.length !== 1)).toEqual([]);
  const allowed = probers.map(({ statements }) => statements?.flatMap(({ actions }) => actions) ?? []);
  expect(allowed.filter((actions) => !actions.includes('ec2:CreateNetworkInterface'))).toEqual([]);

  const outputs = accountWith(stacks, probers).stacks?.flatMap((one) => Object.entries(one.outputs)) ?? [];
  const [, told = '[]'] = outputs.find(([key]) => key.startsWith(stackOutputs.probers)) ?? [];
  const names = JSON.parse(told).map(({ functionName }: { functionName: string }) => functionName);
  expect(names).toEqual(probers.map(({ name }) => name));
});

it('deploys a doctor that stands in a nested stack, and takes it away', { timeout: 120_000 }, async () => {
  const world = healthyWorld(11, 'fast');
  const made = await synthesise(world, [], true);
  onTestFinished(() => rmSync(made.folder, { recursive: true, force: true }));
  const clock = { now: Date.now, scale };
  const lab = await startDeployed({ world, assembly: made.assembly, mode: 'loopback', clock });
  onTestFinished(lab.close);
  await eventually('every target is healthy', () => wordsOf(lab).every(({ state }) => state === 'healthy'), 20_000);
  const environment = { ...awsEnvironment(lab.url), AWS_REGION: world.region };
  const { status, stderr, stdout } = await runCli(['check', '--output', 'json'], environment);
  expect({ status, stderr }).toEqual({
    status: 0,
    stderr: expect.stringMatching(/by the probers of the stack Lab-Nested/),
  });
  const report = JSON.parse(stdout);
  expect(report.endpoints).toHaveLength(7);
  expect(report.cost.probes).toBeGreaterThan(7);
  await lab.remove();
  expect((await runCli(['check', '--from', 'vpc'], environment)).stderr).toContain('No deployment was found');
});

import { expect, it } from 'vitest';
import * as z from 'zod';
import { answerEvent } from '../../../lambda/gate/doors/answer-event.ts';
import { gateRows } from '../../../lambda/gate/kept/gate-rows.ts';
import { looker } from '../../../lambda/gate/looker.ts';
import { amend } from '../../../lambda/memory/amend.ts';
import { writeMemory } from '../../../lambda/memory/write-memory.ts';
import type { Dial } from '../../../lambda/probe/dial.ts';
import { memoryOf } from '../../../lambda/report/memory-of.ts';
import { gateShop, targets } from './gate-shop.ts';

const ID = 'd-ABCDEF123';
const event = (execution: string) => ({ DeploymentId: ID, LifecycleEventHookExecutionId: execution });
const deployment = {
  ...{ id: ID, deploymentGroup: 'shop/web', createTime: '2026-01-10T12:00:00.000Z', executions: ['one', 'two'] },
};
const fresh = targets.at(-1) ?? { id: '', address: '' };
const told = (execution: string, status: string) => ({
  ...{ kind: 'hook-status', deploymentId: ID, executionId: execution, status },
});

it('lets a deployment go on whose new target accepts connections', async () => {
  const { ground, received, deploy } = await gateShop([deployment]);
  await answerEvent(ground, event('one'));
  deploy();
  const answer = await answerEvent(ground, event('two'));
  expect(answer).toMatchObject({
    status: 'Succeeded',
    reason: expect.stringMatching(/accepted 2 connections in a row/),
  });
  expect(received).toEqual([told('one', 'Succeeded'), told('two', 'Succeeded')]);
});

it('holds one whose new target refuses, with the diagnosis as the reason', async () => {
  const { ground, received, deploy, closed, log } = await gateShop([deployment]);
  await answerEvent(ground, event('one'));
  closed.add(fresh.address);
  deploy();
  const answer = await answerEvent(ground, event('two'));
  expect(answer).toMatchObject({ status: 'Failed', reason: expect.stringContaining('target-port-closed') });
  expect(received.at(-1)).toEqual(told('two', 'Failed'));
  expect(JSON.stringify(log)).toContain('target-port-closed');
});

it('keeps no more of a verdict than it must answer: a row has 400 KB, and thousands of targets can be ill', async () => {
  const { ground, deploy, closed } = await gateShop([deployment]);
  closed.add(fresh.address);
  deploy();
  await answerEvent({ ...ground, rules: { stable: 1, timeoutSeconds: 0.1 } }, event('one'));
  const table = ground.table ?? expect.fail('the shop has a table');
  const as = { schema: z.looseObject({}), change: (kept: object | null) => kept, seconds: 0 };
  const { after } = await amend(table, gateRows(`codedeploy/${ID}/one`).verdict, as);
  expect(after).toEqual({ verdict: 'held', reason: expect.stringContaining('target-port-closed') });
});

it('does not take what a deployment brought for old, where it is called only then', async () => {
  const { ground, received, deploy, closed } = await gateShop([deployment]);
  closed.add(fresh.address);
  deploy();
  await answerEvent(ground, event('two'));
  expect(received).toEqual([told('two', 'Failed')]);
});

it('lets go on what was ill before the deployment was made, and is not made worse by it', async () => {
  const { ground, received, deploy, closed } = await gateShop([
    { ...deployment, createTime: '2100-01-01T00:00:00.000Z' },
  ]);
  closed.add(targets[0]?.address ?? '');
  deploy();
  await answerEvent(ground, event('one'));
  expect(received).toEqual([told('one', 'Succeeded')]);
});

it('answers the same when it is called again, and CodeDeploy needs it only once', async () => {
  const { ground, received, deploy, closed, log } = await gateShop([deployment]);
  const first = await answerEvent(ground, event('one'));
  closed.add(fresh.address);
  deploy();
  expect(await answerEvent(ground, event('one'))).toEqual(first);
  expect(received).toEqual([told('one', 'Succeeded')]);
  expect(JSON.stringify(log)).toContain('had its answer already');
});

it('goes on in another invocation where its time is up, with what it saw so far', async () => {
  const { ground, received, goneOn } = await gateShop([deployment]);
  const short = { ...ground, rules: { stable: 3, timeoutSeconds: 60 }, finishBy: new Date(0) };
  let next: unknown = event('one');
  for (let turn = 1; turn < 3; turn += 1) {
    expect(await answerEvent(short, next)).toMatchObject({ status: 'InProgress' });
    next = goneOn.at(-1);
    expect(next).toEqual({ ...event('one'), turn: turn + 1 });
  }
  expect(received).toEqual([]);
  expect(await answerEvent(short, next)).toMatchObject({ status: 'Succeeded' });
  expect(goneOn).toHaveLength(2);
});

it('gives up, and says so, where it has invoked itself too often', async () => {
  const { ground, received, goneOn } = await gateShop([deployment]);
  const short = { ...ground, rules: { stable: 100, timeoutSeconds: 60 }, finishBy: new Date(0) };
  const answer = await answerEvent(short, { ...event('one'), turn: 8 });
  expect(answer).toMatchObject({ status: 'Failed', reason: expect.stringMatching(/no verdict after 8 invocations/) });
  expect([received, goneOn]).toEqual([[told('one', 'Failed')], []]);
});

it.each([
  ['the table', 'dynamodb:GetItem', /The gate itself failed: GetItem/],
  ['the load balancers', 'elasticloadbalancing:DescribeLoadBalancers', /The check came to nothing/],
])('answers Failed where %s cannot be read', async (_, action, reason) => {
  const { ground, received, apply } = await gateShop([deployment]);
  apply((world) => ({ ...world, forbidden: [action] }));
  const answer = await answerEvent({ ...ground, rules: { stable: 1, timeoutSeconds: 0.1 } }, event('one'));
  expect(answer).toMatchObject({ status: 'Failed', reason: expect.stringMatching(reason) });
  expect(received).toEqual([told('one', 'Failed')]);
});

it('rejects where CodeDeploy cannot be told, so that Lambda invokes again', async () => {
  const { ground } = await gateShop([]);
  await expect(answerEvent(ground, event('one'))).rejects.toMatchObject({ name: 'DeploymentDoesNotExistException' });
});

it('knows from the monitor what was ill before the deployment was made', async () => {
  const { ground, received, deploy, closed, world } = await gateShop([deployment]);
  const arn = world().loadBalancers.find(({ name }) => name === 'shop-web')?.arn ?? '';
  closed.add(targets[0]?.address ?? '');
  const earlier = new Date(Date.parse(deployment.createTime) - 60_000);
  const table = ground.table ?? expect.fail('the shop has a table');
  const seen = await looker({
    ...{ clients: ground.clients, names: ['shop-web'], wanted: { targetGroups: [], readmit: [] }, memory: null },
    ...{ dial: refusing, local: null, trigger: { kind: 'schedule', detail: null }, now: () => earlier },
  })();
  const { report } = 'report' in seen ? seen : expect.fail('nothing was seen');
  await writeMemory(table, arn, memoryOf(report, null), 0, earlier.toISOString());
  deploy();
  await answerEvent({ ...ground, loadBalancers: [arn] }, event('one'));
  expect(received).toEqual([told('one', 'Succeeded')]);
});

/** All refuse, at a time long past. */
const refusing: Dial = async (work) =>
  work.flatMap(({ vantagePoint, endpoints }) =>
    endpoints.map(({ id }) => ({
      ...{ endpoint: id, vantagePoint: vantagePoint.id, zone: vantagePoint.zone, outcome: 'refused' as const },
      ...{ errno: null, detail: null, elapsedMs: 1, attempts: 1, at: '2026-01-10T11:59:00.000Z' },
    })),
  );

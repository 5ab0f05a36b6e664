import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { groupNamed } from '../../../lab/world/group-named.ts';
import { instanceNamed } from '../../../lab/world/instance-named.ts';
import { routeTableOf } from '../../../lab/world/route-table-of.ts';
import { targetGroupNamed } from '../../../lab/world/target-group-named.ts';
import { openWindows } from '../../../lambda/memory/open-windows.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';
import { account, here, metricsIn, ORDERS, revoked, SCHEDULE, sample, WEB, world } from './account.ts';

const TARGET = instanceNamed(world, 'orders-a');
const { arn: GROUP } = targetGroupNamed(world, 'orders');
const SECURITY_GROUP = groupNamed(world, 'orders');
const ASSOCIATED = { associationId: 'rtbassoc-1', routeTableId: routeTableOf(world, 'edge-a').id };
const TARGETS = { targetGroupArn: GROUP, targets: [{ id: TARGET }] };

let lines: () => readonly string[];
beforeEach(() => {
  lines = stdoutLines();
});

/** A sample with other details, as if it came from here and now. */
function told(name: string, changes: object, id = 'e-1'): object {
  const { detail } = sample(name) as { detail: object };
  return here(sample(name), { id, resources: [], detail: { ...detail, ...changes } });
}

function called(name: string, requestParameters: object, id = 'e-1'): object {
  return told(
    name,
    { eventID: id, eventTime: new Date().toISOString(), requestParameters, responseElements: null },
    id,
  );
}

describe('whose alarms are held back', () => {
  it.each<[string, object, number, readonly number[] | undefined]>([
    ['a step of a deploy on a target', told('codedeploy-instance', { instanceId: TARGET, state: 'START' }), 1, [1]],
    ['a task set of a target group', told('ecs-task-set-steady', { targetGroupArns: [GROUP] }), 1, [1]],
    ['a change of a group', revoked(SECURITY_GROUP), 1, [1]],
    ['a deployment that does not say where', told('codedeploy-deployment-success', {}), 2, undefined],
    ['a stack somewhere in the Region', told('cloudformation-update-complete', {}), 2, undefined],
    ['a pipeline somewhere in the Region', told('pipeline-succeeded', {}), 2, undefined],
    ['a service somewhere in the Region', told('ecs-deployment-completed', {}), 2, undefined],
    ['a call that names nothing', called('call-block-public-access', {}), 2, undefined],
    ['an association with the table of one', called('call-replace-route-table-association', ASSOCIATED), 2, [1]],
    ['an association alone', called('call-disassociate-route-table', { associationId: 'rtbassoc-1' }), 2, undefined],
    ['a target that is replaced', told('auto-scaling-terminate', { EC2InstanceId: TARGET }), 1, undefined],
    ['a target that stops', told('instance-stopped', { 'instance-id': TARGET }), 1, undefined],
    ['a registration', called('call-register-targets', TARGETS), 1, undefined],
    ['a target that is taken out', called('call-deregister-targets', TARGETS), 1, undefined],
    [
      'a target that is terminated',
      called('call-terminate-instances', { instancesSet: { items: [{ instanceId: TARGET }] } }),
      1,
      undefined,
    ],
  ])('%s', async (_, event, loadBalancers, quiet) => {
    const { cold } = await account();
    expect(await (await cold())(event)).toMatchObject({ summary: { loadBalancers, trigger: { kind: 'event' } } });
    expect(metricsIn(lines())['DeployWindow']).toEqual(quiet);
  });
});

it.each<[string, readonly [deployment: string, state: string][], number]>([
  ['is begun', [['d-1', 'START']], 1],
  [
    'has succeeded',
    [
      ['d-1', 'START'],
      ['d-1', 'SUCCESS'],
    ],
    0,
  ],
  [
    'is begun twice, and has once failed',
    [
      ['d-1', 'START'],
      ['d-2', 'START'],
      ['d-1', 'FAILURE'],
    ],
    1,
  ],
  ['is queued', [['d-1', 'QUEUED']], 0],
])('a step of a deploy that %s holds the window open', async (_, steps, running) => {
  const { cold, shop } = await account();
  const run = await cold();
  for (const [deploymentId, state] of steps) {
    await run(told('codedeploy-instance', { instanceId: TARGET, deploymentId, state }, `e-${deploymentId}-${state}`));
  }
  const client = new DynamoDBClient({ endpoint: shop.url, region: world.region });
  const { windows } = await openWindows({ client, name: 'doctor', now: () => new Date() }, [WEB, ORDERS]);
  client.destroy();
  const held = Object.values(windows).map((window) => Object.values(window.steps).filter(({ ended }) => !ended).length);
  expect(held).toEqual([running]);
});

it.each([
  ['a deployment', 'codedeploy-deployment-start'],
  ['a service', 'ecs-deployment-in-progress'],
  ['a pipeline', 'pipeline-started'],
  ['tasks', 'ecs-tasks-stopped'],
])('passes over the begin of %s that does not say where before anything is read', async (_, name) => {
  const { cold, shop } = await account();
  expect(await (await cold())(told(name, {}))).toEqual({ passedOver: expect.stringContaining('does not say where') });
  expect(shop.calls()).toEqual({});
});

it('remembers with an event that comes again what it could not the first time', async () => {
  const { cold, shop, since } = await account();
  const run = await cold();
  await run(SCHEDULE);
  shop.apply({ ...world, forbidden: ['dynamodb:UpdateItem'] });
  await run(revoked(SECURITY_GROUP));
  shop.apply(world);
  expect(metricsIn(lines())['DeployWindow']).toBeUndefined();
  const again = await run(revoked(SECURITY_GROUP));
  expect(again).toMatchObject({ summary: { trigger: { kind: 'event' } } });
  expect(metricsIn(lines())['DeployWindow']).toEqual([1]);
  const before = shop.calls();
  await (await cold())(revoked(SECURITY_GROUP));
  expect(since(before).filter((name) => name.startsWith('lambda:'))).toEqual([]);
});

it('checks once what comes together, however far apart it happened', async () => {
  const { cold } = await account();
  const run = await cold();
  await run(SCHEDULE);
  const now = Date.now();
  const burst = [50, 40, 30, 20, 10].map((ago) => {
    vi.useFakeTimers({ now: now - ago * 60_000, toFake: ['Date'] });
    const event = revoked(SECURITY_GROUP, `e-${ago}`);
    vi.useRealTimers();
    return event;
  });
  const answers: object[] = [];
  for (const event of burst) answers.push(await run(event));
  expect(answers.filter((answer) => 'summary' in answer)).toHaveLength(1);
});

describe('a question for names', () => {
  const WATCHING_WEB = { ORIGIN_DOCTOR_LOAD_BALANCERS: JSON.stringify([WEB]) };

  it.each([
    ['one that is not watched', WATCHING_WEB, 'shop-orders'],
    ['one that is not watched, by ARN', WATCHING_WEB, WEB.replace('shop-web', 'shop-old')],
  ])('refuses %s, counts it and asks AWS nothing', async (_, environment, name) => {
    const { cold, shop } = await account(environment);
    const question = { trigger: { kind: 'cli' }, loadBalancers: ['shop-web', name] };
    await expect((await cold())(question)).rejects.toThrow(`Not watched here: "${name}". Watched are: shop-web.`);
    expect(metricsIn(lines())).toEqual({ RefusedEvents: [1] });
    expect(shop.calls()).toEqual({});
  });

  it.each([
    ['by name what is watched by ARN', WATCHING_WEB, 'shop-web'],
    ['by ARN what is watched by name', { ORIGIN_DOCTOR_LOAD_BALANCERS: '["shop-web"]' }, WEB],
    ['anything, where everything is watched', { ORIGIN_DOCTOR_LOAD_BALANCERS: '[]' }, 'shop-web'],
  ])('answers %s, and it is no heartbeat', async (_, environment, name) => {
    const { cold } = await account(environment);
    expect(await (await cold())({ loadBalancers: [name] })).toMatchObject({
      ...{ loadBalancers: [{ name: 'shop-web' }], trigger: { kind: 'cli' } },
    });
    expect(metricsIn(lines())['Heartbeat']).toBeUndefined();
  });
});

import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { groupNamed } from '../../../lab/world/group-named.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { stdoutLines } from '../publish/stdout-lines.ts';
import { ASKED, account, revoked, SCHEDULE, WEB, world } from './account.ts';

beforeEach(() => {
  stdoutLines();
});

/** Since when each finding stands, as somebody is told who asks now. */
async function sinceIn(asked: Promise<unknown>): Promise<readonly string[]> {
  const { findings } = (await asked) as Report;
  expect(findings).not.toEqual([]);
  return findings.map(({ code, resource, since }) => `${code} ${resource} ${since}`).toSorted();
}

describe('what one check could not read', () => {
  it.each([
    ['elasticloadbalancing:DescribeTargetHealth', 1],
    ['elasticloadbalancing:DescribeTargetGroups', 1],
    ['elasticloadbalancing:DescribeListeners', 1],
    ['ec2:DescribeSecurityGroupRules', 1],
    ['ec2:DescribeNetworkInterfaces', 1],
    // That nobody can dial is a finding of its own, and what comes after it another.
    ['lambda:InvokeFunction', 3],
  ])('stays remembered, and is not told again: %s', async (call, messages) => {
    const { cold, seen, shop, told } = await account();
    seen.outcome = 'refused';
    await (await cold())(SCHEDULE);
    const first = await sinceIn((await cold())(ASKED));
    shop.apply({ ...world, forbidden: [call] });
    await (await cold())(SCHEDULE);
    shop.apply(world);
    expect(await sinceIn((await cold())(ASKED))).toEqual(first);
    expect(told()).toHaveLength(messages);
  });

  it('is told as cleared when it is seen to be well, once', async () => {
    const { cold, seen, shop, told } = await account();
    seen.outcome = 'refused';
    await (await cold())(SCHEDULE);
    shop.apply({ ...world, forbidden: ['elasticloadbalancing:DescribeTargetGroups'] });
    await (await cold())(SCHEDULE);
    shop.apply(world);
    seen.outcome = 'connected';
    for (const _ of [1, 2]) await (await cold())(SCHEDULE);
    expect(told()).toHaveLength(2);
  });

  it('is forgotten with a target group that is seen to be gone', async () => {
    const { cold, seen, shop, told } = await account();
    seen.outcome = 'refused';
    await (await cold())(SCHEDULE);
    const first = await sinceIn((await cold())(ASKED));
    const [group] = world.targetGroups;
    shop.apply({ ...world, targetGroups: world.targetGroups.filter((one) => one !== group) });
    await (await cold())(SCHEDULE);
    const before = told().length;
    shop.apply(world);
    await (await cold())(SCHEDULE);
    expect(told().length).toBeGreaterThan(before);
    expect(await sinceIn((await cold())(ASKED))).not.toEqual(first);
  });
});

it('tells once where the table can be read and not written, and goes by the table again when it can', async () => {
  const { cold, seen, shop, told } = await account();
  const run = await cold();
  await run(SCHEDULE);
  seen.outcome = 'refused';
  shop.apply({ ...world, forbidden: ['dynamodb:PutItem'] });
  for (const _ of [1, 2, 3]) await run(SCHEDULE);
  expect(told()).toHaveLength(1);
  shop.apply(world);
  await run(SCHEDULE);
  expect(told()).toHaveLength(1);
  seen.outcome = 'connected';
  await (await cold())(SCHEDULE);
  await run(SCHEDULE);
  expect(told()).toHaveLength(2);
});

it.each([
  { channel: 'the topic', forbidden: ['sns:Publish'], meanwhile: 0, atLeast: 1 },
  { channel: 'the event bus', forbidden: ['events:PutEvents'], meanwhile: 1, atLeast: 0 },
  { channel: 'both', forbidden: ['sns:Publish', 'events:PutEvents'], meanwhile: 0, atLeast: 1 },
])('sends one message in the end, whenever $channel fails', async ({ forbidden, meanwhile, atLeast }) => {
  const { cold, shop, seen, told, events } = await account();
  const run = await cold();
  await run(SCHEDULE);
  seen.outcome = 'refused';
  shop.apply({ ...world, forbidden });
  for (const _ of [1, 2]) await run(SCHEDULE);
  expect(told()).toHaveLength(meanwhile);
  shop.apply(world);
  for (const _ of [1, 2]) await run(SCHEDULE);
  expect(told()).toHaveLength(1);
  expect(events().length).toBeGreaterThanOrEqual(atLeast);
});

describe('by name as by ARN', () => {
  it.each([
    ['on a cold function', false],
    ['after a change', true],
  ])('knows since when, %s', async (_, changed) => {
    const { cold, seen } = await account();
    seen.outcome = 'refused';
    const run = await cold();
    await run(SCHEDULE);
    const asker = changed ? run : await cold();
    if (changed) await asker(revoked(groupNamed(world, 'api')));
    const byArn = await sinceIn((await cold())({ ...ASKED, loadBalancers: [WEB] }));
    expect(await sinceIn(asker({ ...ASKED, loadBalancers: ['shop-web'] }))).toEqual(byArn);
  });
});

it('says which row of changes it could not read', async () => {
  const warned = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  onTestFinished(() => warned.mockRestore());
  const { cold, seen, shop } = await account();
  seen.outcome = 'refused';
  const run = await cold();
  const client = new DynamoDBClient({ endpoint: shop.url, region: world.region });
  const at = new Date().toISOString();
  const key = { pk: { S: `change#${at.slice(0, 10)}` }, sk: { S: `${at}#b` } };
  const Item = { ...key, expiresAt: { N: '4000000000' }, state: { S: 'hello' } };
  await client.send(new PutItemCommand({ TableName: 'doctor', Item }));
  client.destroy();
  await run(SCHEDULE);
  expect(warned.mock.calls.flat().join('\n')).toContain(`the row change#${at.slice(0, 10)} / ${at}#b cannot be read`);
});

import { describe, expect, it } from 'vitest';
import { readActions } from '../../../lambda/actions.ts';
import { judgePermissions } from '../../../lambda/doctor/judge-permissions.ts';
import { permissionTrials } from '../../../lambda/doctor/permission-trials.ts';
import { tryPermissions } from '../../../lambda/doctor/try-permissions.ts';
import { known, unknown } from '../../../lambda/model/fact.ts';

it('there is a trial for each action that an inventory takes, and no other', () => {
  expect(Object.keys(permissionTrials).toSorted()).toEqual(readActions.toSorted());
});

function failingWith(name: string, message = 'why') {
  const send = () => Promise.reject(Object.assign(new Error(message), { name }));
  return { ec2: { send }, elbv2: { send } };
}

const ME = { account: '123456789012', arn: 'arn:aws:iam::123456789012:user/me' };
const NOWHERE = { region: 'eu-west-1', caller: ME };

it.each([
  ['EC2 would have done it', 'DryRunOperation', { known: true }],
  ['the thing is not there', 'LoadBalancerNotFoundException', { known: true }],
  ['the id is not there', 'InvalidPrefixListID.NotFound', { known: true }],
  ['it is refused', 'UnauthorizedOperation', { known: false, kind: 'forbidden', action: 'ec2:DescribeVpcs' }],
  ['it is denied', 'AccessDenied', { known: false, kind: 'forbidden' }],
  ['it is throttled', 'RequestLimitExceeded', { known: false, kind: 'throttled' }],
  ['nobody answers', 'TimeoutError', { known: false, kind: 'failed' }],
])('%s', async (_, name, granted) => {
  expect(await tryPermissions(failingWith(name), ['ec2:DescribeVpcs'], NOWHERE)).toMatchObject([
    { action: 'ec2:DescribeVpcs', granted },
  ]);
});

const ARN_ASKED = [
  ['elasticloadbalancing:DescribeListeners', 'loadbalancer/app/'],
  ['elasticloadbalancing:DescribeLoadBalancerAttributes', 'loadbalancer/app/'],
  ['elasticloadbalancing:DescribeRules', 'listener/app/'],
  ['elasticloadbalancing:DescribeTargetGroupAttributes', 'targetgroup/'],
  ['elasticloadbalancing:DescribeTargetHealth', 'targetgroup/'],
] as const;

describe.each(ARN_ASKED)('%s', (action, resource) => {
  it.each([
    ['aws', 'eu-west-1'],
    ['aws-cn', 'cn-north-1'],
    ['aws-us-gov', 'us-gov-west-1'],
  ])('is asked for a thing of the partition %s', async (partition, region) => {
    const asked: string[] = [];
    const send = async ({ input }: { readonly input: object }) => void asked.push(...Object.values(input));
    const clients = { ec2: { send }, elbv2: { send } } as unknown as Parameters<typeof tryPermissions>[0];
    const caller = { ...ME, arn: `arn:${partition}:sts::${ME.account}:assumed-role/reader/me` };
    await tryPermissions(clients, [action], { region, caller });
    const start = `arn:${partition}:elasticloadbalancing:${region}:${ME.account}:${resource}`;
    expect(asked).toEqual([expect.stringMatching(new RegExp(`^${start}`))]);
  });

  it('is not known where it is not known whose credentials these are: AWS refuses what is of another account', async () => {
    const tried = await tryPermissions(failingWith('AccessDenied'), [action], { ...NOWHERE, caller: null });
    expect(judgePermissions(tried)).toMatchObject([{ state: 'unknown', says: expect.stringContaining('credentials') }]);
  });
});

it('an action without a trial is not known', async () => {
  const [tried] = await tryPermissions(failingWith('DryRunOperation'), ['ec2:DescribeMars'], NOWHERE);
  expect(tried?.granted).toMatchObject({ known: false, kind: 'not-asked' });
});

it('credentials that do not hold end it', async () => {
  const trying = tryPermissions(failingWith('ExpiredToken'), ['ec2:DescribeVpcs'], NOWHERE);
  await expect(trying).rejects.toThrow(/credentials have expired/);
});

it('lines say what is missing, and what is not known', () => {
  const tried = [
    { action: 'ec2:A', granted: known<true>(true) },
    { action: 'ec2:B', granted: unknown('forbidden', 'no', 'ec2:B') },
    { action: 'ec2:C', granted: unknown('throttled', 'later') },
  ] as const;
  expect(judgePermissions(tried)).toMatchObject([
    { subject: 'ec2:A', state: 'ok', todo: null },
    { subject: 'ec2:B', state: 'missing', todo: expect.stringContaining('Allow the IAM action ec2:B') },
    { subject: 'ec2:C', state: 'unknown', todo: 'Ask again.' },
  ]);
});

import { expect, it } from 'vitest';
import type { MonitorTrigger } from '../../../lambda/triggers/monitor-trigger.ts';
import { readTrigger } from '../../../lambda/triggers/read-trigger.ts';
import { called } from './called.ts';
import { sample, sampleNames } from './sample.ts';

const CODEDEPLOY = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/monitoring-cloudwatch-events.html';
const ECS_DEPLOYMENT = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_deployment_events.html';
const ECS_ACTION = 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_service_events.html';
/** The schema of the fields that the guide's examples leave out (`targetGroupArns`). */
const ECS_SCHEMA =
  'https://docs.aws.amazon.com/cdk/api/v2/docs/@aws-cdk_mixins-preview.aws_ecs.events.ECSServiceAction.html';
const STACK = 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/event-detail-stack-status-change.html';
const SCALING = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html';
const INSTANCE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instance-state-changes.html';
const PIPELINE =
  'https://docs.aws.amazon.com/codepipeline/latest/userguide/detect-state-changes-cloudwatch-events.html';
/** What EventBridge Scheduler sends without an input of ours has no page; its `detail` is text. */
const SCHEDULE = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html';
/** The frame of a call; its parameters are those of the API's reference, spelled as CloudTrail spells them. */
const EC2_CALL = 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html';
const ELB_CALL = 'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-cloudtrail-logs.html';

const SERVICE = 'arn:aws:ecs:us-west-2:111122223333:service/default/servicetest';
const STACK_ID = 'arn:aws:cloudformation:us-west-1:111122223333:stack/teststack/5b8d9c60-1f2e-11ee-be56-0242ac120002';
const EXECUTION = '12345678-1234-5678-abcd-12345678abcd';
const ELB = 'arn:aws:elasticloadbalancing:us-east-1:123456789012:';
const WEB = `${ELB}targetgroup/web/73e2d6bc24d8a067`;
const SHOP = `${ELB}loadbalancer/app/shop/50dc6c495c0c9188`;
const LISTENER = `${ELB}listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2`;
const RULE = `${ELB}listener-rule/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2/9683b2d02a6cabee`;
const OTHER_WEB = 'arn:aws:elasticloadbalancing:us-west-2:111122223333:targetgroup/web/73e2d6bc24d8a067';
const role = 'RoleToBeAssumed/MySessionName';

const DEPLOYS: readonly [string, string, string, string, string, readonly string[]][] = [
  ['codedeploy-deployment-success', CODEDEPLOY, 'CodeDeploy', 'ended', 'SUCCESS', ['d-123456789']],
  [
    'codedeploy-instance',
    CODEDEPLOY,
    'CodeDeploy',
    'ended',
    'on i-0000000aaaaaaaaaa: SUCCESS',
    ['d-123456789', 'i-0000000aaaaaaaaaa'],
  ],
  ['ecs-deployment-completed', ECS_DEPLOYMENT, 'ECS', 'ended', 'SERVICE_DEPLOYMENT_COMPLETED', [SERVICE]],
  ['ecs-deployment-failed', ECS_DEPLOYMENT, 'ECS', 'ended', 'SERVICE_DEPLOYMENT_FAILED', [SERVICE]],
  ['ecs-task-set-steady', ECS_SCHEMA, 'ECS', 'ended', 'TASKSET_STEADY_STATE', [SERVICE, OTHER_WEB]],
  ['cloudformation-update-complete', STACK, 'CloudFormation', 'ended', 'stack teststack: UPDATE_COMPLETE', [STACK_ID]],
  [
    'auto-scaling-launch',
    SCALING,
    'Auto Scaling',
    'changed',
    'my-asg launched i-1234567890abcdef0',
    ['i-1234567890abcdef0'],
  ],
  [
    'auto-scaling-terminate',
    SCALING,
    'Auto Scaling',
    'changed',
    'my-asg terminated i-1234567890abcdef0',
    ['i-1234567890abcdef0'],
  ],
  ['instance-stopped', INSTANCE, 'EC2', 'changed', 'instance i-abcd1111 is stopped', ['i-abcd1111']],
  ['pipeline-succeeded', PIPELINE, 'CodePipeline', 'ended', 'SUCCEEDED', [EXECUTION]],
];

const CHANGES: readonly [string, string, string, readonly string[]][] = [
  ['call-revoke-ingress', EC2_CALL, 'Alice', ['sg-0bbbbbbbbbbbbbbbb', 'sgr-0cccccccccccccccc']],
  ['call-modify-rules', EC2_CALL, role, ['sg-0bbbbbbbbbbbbbbbb', 'sgr-0cccccccccccccccc']],
  ['call-create-acl-entry', EC2_CALL, 'root', ['acl-0dddddddddddddddd']],
  [
    'call-replace-acl-association',
    EC2_CALL,
    'Alice',
    ['acl-0dddddddddddddddd', 'aclassoc-0eeeeeeeeeeeeeeee', 'aclassoc-0ffffffffffffffff'],
  ],
  ['call-delete-route', EC2_CALL, `${role} through cloudformation.amazonaws.com`, ['rtb-01111111111111111']],
  ['call-modify-prefix-list', EC2_CALL, role, ['pl-02222222222222222']],
  ['call-swap-groups', EC2_CALL, role, ['eni-03333333333333333', 'sg-04444444444444444']],
  ['call-stop-instances', EC2_CALL, 'Alice', ['i-05555555555555555']],
  ['call-block-public-access', EC2_CALL, role, []],
  ['call-register-targets', ELB_CALL, role, ['10.0.1.5', '10.0.1.6', WEB]],
  ['call-deregister-targets', ELB_CALL, 'autoscaling.amazonaws.com', [WEB, 'i-05555555555555555']],
  ['call-modify-listener', ELB_CALL, 'Alice', [LISTENER, SHOP, WEB]],
  ['call-create-rule', ELB_CALL, 'Alice', [RULE, LISTENER]],
  ['call-set-security-groups', ELB_CALL, 'Alice', [SHOP, 'sg-04444444444444444']],
  ...called,
];

/** Begins and steps that do not say where: passed over before anything is read. */
const IDLE: readonly [string, string, string][] = [
  ['codedeploy-deployment-start', CODEDEPLOY, 'd-123456789 of myApplication/myDeploymentGroup: START'],
  [
    'ecs-deployment-in-progress',
    ECS_DEPLOYMENT,
    'default/servicetest: SERVICE_DEPLOYMENT_IN_PROGRESS, deployment ecs-svc/123',
  ],
  ['ecs-deployment-rollback', ECS_DEPLOYMENT, 'deployment ecs-svc/123, rolling back'],
  ['ecs-task-start-impaired', ECS_ACTION, 'SERVICE_TASK_START_IMPAIRED'],
  ['ecs-task-placement-failure', ECS_ACTION, 'SERVICE_TASK_PLACEMENT_FAILURE'],
  ['ecs-task-configuration-failure', ECS_SCHEMA, 'SERVICE_TASK_CONFIGURATION_FAILURE'],
  ['ecs-desired-count-updated', ECS_SCHEMA, 'SERVICE_DESIRED_COUNT_UPDATED'],
  ['ecs-tasks-stopped', ECS_SCHEMA, 'TASKS_STOPPED'],
  ['pipeline-started', PIPELINE, 'pipeline myPipeline'],
];

const OTHERS: readonly [string, string, MonitorTrigger | { kind: string; why: unknown }][] = [
  ['scheduled-rule', SCHEDULE, { kind: 'schedule', detail: null }],
  ['scheduler', SCHEDULE, { kind: 'schedule', detail: null }],
  [
    'call-revoke-ingress-denied',
    EC2_CALL,
    { kind: 'ignored', why: expect.stringContaining('Client.UnauthorizedOperation') },
  ],
  ['call-describe-rules', ELB_CALL, { kind: 'ignored', why: 'DescribeRules only reads' }],
  ...IDLE.map(([name, source, summary]): (typeof OTHERS)[number] => [
    name,
    source,
    { kind: 'ignored', why: expect.stringMatching(`${summary}.*, which does not say where$`) },
  ]),
];

it.each(DEPLOYS)('%s is a deploy (%s)', (name, _, source, phase, summary, resources) => {
  const read = readTrigger(sample(name), hereOf(name));
  expect(read).toMatchObject({
    kind: 'deploy',
    id: sample(name)['id'],
    source,
    phase,
    resources: resources.toSorted(),
  });
  expect(read).toHaveProperty('summary', expect.stringContaining(summary));
});

it.each(CHANGES)('%s is a change (%s)', (name, _, who, resources) => {
  const { eventID: id, eventName: event, eventTime } = sample(name).detail;
  const at = new Date(`${eventTime}`).toISOString();
  const read = readTrigger(sample(name), hereOf(name));
  expect(read).toMatchObject({ kind: 'change', id, at, event, who, resources: resources.toSorted() });
  expect(read).toHaveProperty('summary', expect.stringMatching(`^${who} called ${event}`));
});

it.each(OTHERS)('%s is neither (%s)', (name, _, expected) => {
  expect(readTrigger(sample(name), hereOf(name))).toMatchObject(expected);
});

it('has a line for every sample', () => {
  const lines = [...DEPLOYS, ...CHANGES, ...OTHERS].map(([name]) => name);
  expect(lines.toSorted()).toEqual(sampleNames.toSorted());
});

it('says in which subnet a launched instance stands, and nothing of a terminated one', () => {
  const near = ['auto-scaling-launch', 'auto-scaling-terminate'].map((name) => readTrigger(sample(name), hereOf(name)));
  expect(near).toMatchObject([{ near: ['subnet-12345678'] }, { near: [] }]);
});

it.each(sampleNames)('%s: fields that are not known, their order and a second delivery make no difference', (name) => {
  const event = sample(name);
  const detail =
    typeof event.detail === 'object' ? { newField: [{ deep: 1 }], ...reversed(event.detail) } : event.detail;
  const other = { 'new-field': 'x', ...reversed(event), detail };
  expect(readTrigger(other, hereOf(name))).toEqual(readTrigger(event, hereOf(name)));
});

it.each(sampleNames)('%s: no key of access is copied', (name) => {
  expect(JSON.stringify(readTrigger(sample(name), hereOf(name)))).not.toMatch(/A[SK]IA|AROA|AIDA/);
});

it.each(sampleNames)('%s of another account or Region is refused', (name) => {
  const here = hereOf(name);
  expect(readTrigger(sample(name), { ...here, accountId: '999999999999' })).toEqual({
    kind: 'refused',
    why: `account: expected 999999999999, which is watched, but it is "${here.accountId}"`,
  });
  expect(readTrigger(sample(name), { ...here, region: 'eu-north-1' })).toEqual({
    kind: 'refused',
    why: `region: expected eu-north-1, which is watched, but it is "${here.region}"`,
  });
});

function hereOf(name: string) {
  const { account: accountId, region } = sample(name);
  return { accountId, region };
}

function reversed(record: object): object {
  return Object.fromEntries(Object.entries(record).reverse());
}

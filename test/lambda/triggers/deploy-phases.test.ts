import { expect, it } from 'vitest';
import { readTrigger } from '../../../lambda/triggers/read-trigger.ts';
import { sample } from './sample.ts';

it.each<[string, object, string]>([
  ['codedeploy-instance', { state: 'QUEUED' }, 'changed'],
  ['codedeploy-instance', { state: 'START' }, 'begun'],
  ['codedeploy-instance', { state: 'READY' }, 'changed'],
  ['codedeploy-instance', { state: 'FAILURE' }, 'ended'],
  ['codedeploy-instance', { state: 'STOP' }, 'ended'],
  ['codedeploy-instance', { state: 'of tomorrow' }, 'changed'],
  ['ecs-task-start-impaired', { eventName: 'SERVICE_STEADY_STATE' }, 'ended'],
  ['ecs-task-set-steady', { eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' }, 'begun'],
  ['ecs-task-set-steady', { eventName: 'of tomorrow' }, 'changed'],
  ['cloudformation-update-complete', { 'status-details': { status: 'DELETE_FAILED' } }, 'ended'],
  ['pipeline-started', { state: 'SUPERSEDED' }, 'ended'],
])('%s with %j has %s', (name, detail, phase) => {
  expect(read(name, detail)).toMatchObject({ kind: 'deploy', phase });
});

it.each<[string, object]>([
  ['codedeploy-deployment-success', { state: 'READY' }],
  ['cloudformation-update-complete', { 'status-details': { status: 'UPDATE_IN_PROGRESS' } }],
  ['pipeline-started', { state: 'RESUMED' }],
  ['pipeline-started', { state: 'STOPPING' }],
])('%s with %j says nothing of what is watched', (name, detail) => {
  expect(read(name, detail)).toMatchObject({ kind: 'ignored' });
});

it('reads of a service what it registers, where it is said', () => {
  const said = { targets: ['10.0.1.5'], ec2InstanceIds: ['i-1'], targetGroupArns: ['arn:tg'] };
  const service = 'arn:aws:ecs:us-west-2:111122223333:service/default/servicetest';
  expect(read('ecs-task-start-impaired', said)).toMatchObject({ resources: ['10.0.1.5', service, 'arn:tg', 'i-1'] });
});

it.each<[string, object, object, string]>([
  ['ecs-task-set-steady', { targets: [{ id: 'of tomorrow' }] }, {}, 'default/servicetest: TASKSET_STEADY_STATE'],
  ['ecs-task-set-steady', {}, { resources: [] }, 'an ECS service: TASKSET_STEADY_STATE'],
  ['ecs-task-set-steady', {}, { resources: undefined }, 'an ECS service: TASKSET_STEADY_STATE'],
  [
    'cloudformation-update-complete',
    { 'stack-id': 'teststack' },
    {},
    'CloudFormation stack teststack: UPDATE_COMPLETE',
  ],
])('%s says what it can of less', (name, detail, around, summary) => {
  expect(read(name, detail, around)).toMatchObject({ kind: 'deploy', summary: expect.stringContaining(summary) });
});

it('knows no subnet of a launch that does not tell', () => {
  expect(read('auto-scaling-launch', { Details: undefined })).toMatchObject({ kind: 'deploy', near: [] });
});

function read(name: string, detail: object, around: object = {}) {
  const event = sample(name);
  return readTrigger(
    { ...event, ...around, detail: { ...event.detail, ...detail } },
    { accountId: null, region: null },
  );
}

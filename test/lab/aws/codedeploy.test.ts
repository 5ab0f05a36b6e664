import {
  CodeDeployClient,
  GetDeploymentCommand,
  PutLifecycleEventHookExecutionStatusCommand as PutStatus,
} from '@aws-sdk/client-codedeploy';
import { expect, it } from 'vitest';
import { smallEndpoint } from './small-endpoint.ts';

const deploymentId = 'd-ABCDEF123';
const lifecycleEventHookExecutionId = 'execution';
const createTime = '2026-01-10T12:00:00.000Z';

async function deploying() {
  const deployments = [
    { id: deploymentId, deploymentGroup: 'shop/web', createTime, executions: [lifecycleEventHookExecutionId] },
  ];
  const { endpoint, received } = await smallEndpoint({ deployments });
  const credentials = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' };
  const client = new CodeDeployClient({ endpoint: endpoint.url, region: 'eu-west-1', credentials, maxAttempts: 1 });
  return { client, received };
}

it('tells when a deployment was made', async () => {
  const { client } = await deploying();
  const { deploymentInfo } = await client.send(new GetDeploymentCommand({ deploymentId }));
  expect(deploymentInfo).toEqual({ deploymentId, status: 'InProgress', createTime: new Date(createTime) });
});

it('takes the first answer of a hook, and no second one', async () => {
  const { client, received } = await deploying();
  const told = { deploymentId, lifecycleEventHookExecutionId };
  const answer = await client.send(new PutStatus({ ...told, status: 'Succeeded' }));
  expect(answer).toMatchObject({ lifecycleEventHookExecutionId });
  const second = client.send(new PutStatus({ ...told, status: 'Failed' }));
  await expect(second).rejects.toMatchObject({ name: 'LifecycleEventAlreadyCompletedException' });
  expect(received).toEqual([
    { kind: 'hook-status', deploymentId, executionId: lifecycleEventHookExecutionId, status: 'Succeeded' },
  ]);
});

it.each([
  ['no deployment', { deploymentId: undefined }, 'DeploymentIdRequiredException'],
  ['another deployment', { deploymentId: 'd-OTHER' }, 'DeploymentDoesNotExistException'],
  ['another execution', { lifecycleEventHookExecutionId: 'other' }, 'InvalidLifecycleEventHookExecutionIdException'],
  ['another status', { status: 'Pending' as const }, 'InvalidLifecycleEventHookExecutionStatusException'],
])('refuses %s', async (_, changes, name) => {
  const { client, received } = await deploying();
  const told = { deploymentId, lifecycleEventHookExecutionId, status: 'Succeeded' as const, ...changes };
  await expect(client.send(new PutStatus(told))).rejects.toMatchObject({ name });
  expect(received).toEqual([]);
});

import type { AwsEndpointSources } from '../aws-endpoint-sources.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';
import type { Operation } from '../operation.ts';
import { deploymentGroupArn } from './deployment-group-arn.ts';
import { deploymentOf } from './deployment-of.ts';

/** Executions that have their answer, for as long as the endpoint is there. */
const answered = new WeakMap<AwsEndpointSources, Set<string>>();

/**
 * `PutLifecycleEventHookExecutionStatus`: the first answer counts, and a second one is refused.
 * https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_PutLifecycleEventHookExecutionStatus.html
 */
export const putLifecycleEventHookExecutionStatus: Operation = {
  action: 'codedeploy:PutLifecycleEventHookExecutionStatus',
  resource: deploymentGroupArn,
  run: (input, { sources }) => {
    const { id, executions } = deploymentOf(input, sources);
    const executionId = textOf(input, 'lifecycleEventHookExecutionId') ?? '';
    if (!executions.includes(executionId)) {
      throw new AwsError(
        'InvalidLifecycleEventHookExecutionIdException',
        `The hook execution ${executionId} is invalid`,
      );
    }
    const status = statusOf(input);
    const known = answered.get(sources) ?? new Set();
    if (known.has(`${id} ${executionId}`)) {
      throw new AwsError('LifecycleEventAlreadyCompletedException', 'The lifecycle event is already completed');
    }
    answered.set(sources, known.add(`${id} ${executionId}`));
    sources.received?.({ kind: 'hook-status', deploymentId: id, executionId, status });
    return { lifecycleEventHookExecutionId: executionId };
  },
};

function statusOf(input: Input): 'Succeeded' | 'Failed' {
  const status = textOf(input, 'status');
  if (status === 'Succeeded' || status === 'Failed') return status;
  throw new AwsError('InvalidLifecycleEventHookExecutionStatusException', `The status ${status} is invalid`);
}

import { getDeployment } from '../codedeploy/get-deployment.ts';
import { putLifecycleEventHookExecutionStatus } from '../codedeploy/put-lifecycle-event-hook-execution-status.ts';
import type { Service } from '../operation.ts';

/** AWS CodeDeploy, with the deployments that the endpoint's sources declare. */
export const codedeploy: Service = {
  signingName: 'codedeploy',
  version: null,
  target: 'CodeDeploy_20141006',
  operations: {
    GetDeployment: getDeployment,
    PutLifecycleEventHookExecutionStatus: putLifecycleEventHookExecutionStatus,
  },
};

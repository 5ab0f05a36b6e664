import type { Operation } from '../operation.ts';
import { deploymentGroupArn } from './deployment-group-arn.ts';
import { deploymentOf } from './deployment-of.ts';

/** `GetDeployment`: its id, state and time, no more. Times are seconds, as in all of this protocol. */
export const getDeployment: Operation = {
  action: 'codedeploy:GetDeployment',
  resource: deploymentGroupArn,
  run: (input, { sources }) => {
    const { id, createTime } = deploymentOf(input, sources);
    const deploymentInfo = { deploymentId: id, status: 'InProgress', createTime: Date.parse(createTime) / 1000 };
    return { deploymentInfo };
  },
};

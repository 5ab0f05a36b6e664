import type { Deployment } from '../../../lab/aws/codedeploy/deployment.ts';

/** The one whose deployments the gate may answer. */
export const deploymentGroup = 'shop/web';

const createTime = new Date().toISOString();

/** Deployments that were made before anything else came about: two for the gate to answer, and one that it may not. */
export const codeDeployments = {
  bad: { id: 'd-BAD', deploymentGroup, createTime, executions: ['after-install'] },
  good: { id: 'd-GOOD', deploymentGroup, createTime, executions: ['after-install'] },
  foreign: { id: 'd-FOREIGN', deploymentGroup: 'billing/api', createTime, executions: ['after-install'] },
} as const satisfies Record<string, Deployment>;

/** As CodeDeploy calls a hook of it. */
export function hookOf({ id, executions: [execution] }: Deployment): Readonly<Record<string, string>> {
  return { DeploymentId: id, LifecycleEventHookExecutionId: execution ?? '' };
}

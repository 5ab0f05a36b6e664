import { GetDeploymentCommand } from '@aws-sdk/client-codedeploy';
import type { GateGround } from '../gate-ground.ts';

/** The beginning of time: what is not known to have stood before the deployment does not count as old. */
const NEVER = new Date(0).toISOString();

/** When a CodeDeploy deployment was made (ISO 8601). Where AWS does not tell, nothing counts as having stood before it. */
export async function deploymentBegan({ codeDeploy, log }: GateGround, deploymentId: string): Promise<string> {
  try {
    const { deploymentInfo } = await codeDeploy.send(new GetDeploymentCommand({ deploymentId }));
    return deploymentInfo?.createTime?.toISOString() ?? NEVER;
  } catch (error) {
    log.warn('when the deployment began is not known, so nothing counts as old', { why: String(error) });
    return NEVER;
  }
}

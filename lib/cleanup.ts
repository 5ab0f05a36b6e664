import { CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { cleanupActions, cleanupProperties } from '../lambda/contract.ts';
import { alarmPrefix } from './alarm-prefix.ts';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';
import type { Deployment } from './deployment.ts';
import { lambdaFunction } from './lambda-function.ts';

/**
 * Takes away, when the stack goes, the alarms that the monitor made, which CloudFormation knows nothing of. Whoever makes
 * alarms must depend on it: then it goes after them, and nobody makes new ones.
 */
export function cleanup(parent: Construct, deployment: Deployment): CustomResource {
  const scope = new Construct(parent, 'Cleanup');
  const prefix = alarmPrefix(deployment.name);
  const alarm = (name: string) => arnOf(scope, { service: 'cloudwatch', resource: `alarm:${name}` });
  const handler = lambdaFunction(scope, 'Function', {
    code: 'cleanup',
    description: 'Origin Doctor: takes kept alarms away when the stack goes',
    environment: {},
    timeoutSeconds: 120,
    memoryMb: 256,
    logRetention: deployment.logRetention,
    statements: cleanupActions.map((action) =>
      // A list is asked of all alarms, whatever beginning of a name it is asked for.
      allow([action], [alarm(action.includes(':Describe') ? '*' : `${prefix}*`)]),
    ),
  });
  return new CustomResource(scope, 'Alarms', {
    serviceToken: handler.functionArn,
    resourceType: 'Custom::OriginDoctorAlarms',
    properties: { [cleanupProperties.alarmPrefix]: prefix },
  });
}

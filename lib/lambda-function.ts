import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { type PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Construct } from 'constructs';
import { writeActions } from '../lambda/actions.ts';
import { allow } from './allow.ts';
import { type FunctionName, functionCode } from './function-code.ts';

/** How a function outside the VPC is deployed. */
export type LambdaFunctionProps = {
  readonly code: FunctionName;
  readonly description: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
  readonly memoryMb: number;
  readonly logRetention: RetentionDays;
  /** What it may do beside writing its log. */
  readonly statements: readonly PolicyStatement[];
  /** Only where its own policy must name it, or somebody else expects a certain name. */
  readonly functionName?: string;
};

/** A function outside the VPC, with a role of its own and a log of its own, which goes when the stack goes. */
export function lambdaFunction(scope: Construct, id: string, props: LambdaFunctionProps): LambdaFunction {
  const { code, description, environment, timeoutSeconds, memoryMb, logRetention, statements, functionName } = props;
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  const logGroup = new LogGroup(scope, `${id}Log`, { retention: logRetention, removalPolicy: RemovalPolicy.DESTROY });
  const log = allow(writeActions.log, [logGroup.logGroupArn]);
  for (const statement of [...statements, log]) role.addToPolicy(statement);
  return new LambdaFunction(scope, id, {
    functionName,
    description,
    code: functionCode(scope, code),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    environment: { ...environment },
    timeout: Duration.seconds(timeoutSeconds),
    memorySize: memoryMb,
    role,
    logGroup,
  });
}

import { Duration } from 'aws-cdk-lib';
import type { Role } from 'aws-cdk-lib/aws-iam';
import { Architecture, CfnFunction, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { proberEnvironment } from '../lambda/contract.ts';
import { checkEnvironmentSize } from './checks/check-environment-size.ts';
import type { Deployment } from './deployment.ts';
import { functionCode } from './function-code.ts';
import { isDualStack } from './is-dual-stack.ts';
import type { ProberPlace } from './prober-places.ts';

/** What one prober is made from. Its name is the same at every synthesis. */
export type ProberProps = {
  readonly place: ProberPlace;
  readonly functionName: string;
  readonly role: Role;
  readonly deployment: Deployment;
};

/**
 * One prober in its place. The function needs its role and the role's policy, so these come before it and go after it: a
 * role that went first would strand the network interfaces
 * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html). Its network is set on the resource itself, where
 * ids suffice and no `Vpc` construct is needed (https://docs.aws.amazon.com/lambda/latest/api/API_VpcConfig.html).
 */
export function prober(scope: Construct, { place, functionName, role, deployment }: ProberProps): void {
  const environment = {
    [proberEnvironment.cidrs]: deployment.addresses.join(','),
    [proberEnvironment.ports]: deployment.ports.join(','),
  };
  checkEnvironmentSize(environment, 'dialable');
  const made = new LambdaFunction(scope, `At${functionName.split('-').at(-1)}`, {
    functionName,
    description:
      'Origin Doctor: opens TCP connections from where load balancers or callers stand, and says what happened',
    code: functionCode(scope, 'prober'),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    environment,
    timeout: Duration.seconds(TIMEOUT_SECONDS),
    memorySize: 256,
    reservedConcurrentExecutions: deployment.reservedConcurrency,
    role,
  });
  const { defaultChild } = made.node;
  const speaksIpv6 = isDualStack(place.subnetId) || deployment.dualStackSubnets.includes(place.subnetId);
  if (defaultChild instanceof CfnFunction) {
    defaultChild.vpcConfig = {
      subnetIds: [place.subnetId],
      securityGroupIds: [...place.securityGroups],
      // Without it a function speaks IPv4 alone, and with it no subnet may be without an IPv6 range.
      ...(speaksIpv6 ? { ipv6AllowedForDualStack: true } : {}),
    };
  }
}

/** 2,000 silent endpoints at the longest deadline take about 80 seconds; an invocation has that many at most. */
const TIMEOUT_SECONDS = 120;

import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';
import type { ProberPlace } from './prober-places.ts';

/** What the role is made for. */
export type ProberRoleProps = {
  readonly vpcId: string;
  readonly places: readonly ProberPlace[];
  /** Means the names of all probers. */
  readonly functions: string;
};

/**
 * The role of all probers. It lets the Lambda service keep their network interfaces, and denies just that to the code
 * that runs in them (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice).
 * The denial names the functions by a pattern of their names, not by their ARNs, since functions need their role
 * first. It grants no log: probers write none, and report to whom invoked them.
 */
export function proberRole(scope: Construct, { vpcId, places, functions }: ProberRoleProps): Role {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: 'Origin Doctor: network interfaces of the probers, and nothing else',
  });
  const interfaces = arnOf(scope, { service: 'ec2', resource: 'network-interface/*' });
  role.addToPolicy(allow([CREATE], [interfaces]));
  role.addToPolicy(creating(scope, vpcId, places));
  role.addToPolicy(allow(ON_INTERFACES, [interfaces]));
  role.addToPolicy(allow(DESCRIBE, ['*']));
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: [CREATE, ...ON_INTERFACES, ...DESCRIBE],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'lambda:SourceFunctionArn': arnOf(scope, { service: 'lambda', resource: `function:${functions}` }),
        },
      },
    }),
  );
  return role;
}

/** The six of https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSLambdaVPCAccessExecutionRole.html. */
const CREATE = 'ec2:CreateNetworkInterface';
const ON_INTERFACES = [
  'ec2:DeleteNetworkInterface',
  'ec2:AssignPrivateIpAddresses',
  'ec2:UnassignPrivateIpAddresses',
] as const;
const DESCRIBE = ['ec2:DescribeNetworkInterfaces', 'ec2:DescribeSubnets'] as const;

/**
 * In these subnets with these groups, by their ids where these fit what IAM takes of a role's policies, else in this VPC. A
 * shared subnet belongs to another account, so the account stands open.
 */
function creating(scope: Construct, vpcId: string, places: readonly ProberPlace[]): PolicyStatement {
  const arn = (resource: string) => arnOf(scope, { service: 'ec2', resource, account: '*' });
  const subnets = places.map(({ subnetId }) => `subnet/${subnetId}`);
  const groups = places.flatMap(({ securityGroups }) => securityGroups.map((id) => `security-group/${id}`));
  const named = [...new Set([...subnets, ...groups])];
  if (named.length <= MOST_NAMED) return allow([CREATE], named.map(arn));
  const statement = allow([CREATE], ['subnet/*', 'security-group/*'].map(arn));
  statement.addCondition('ArnLike', { 'ec2:Vpc': arn(`vpc/${vpcId}`) });
  return statement;
}

/** About 70 characters each of the 10,240: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MOST_NAMED = 100;

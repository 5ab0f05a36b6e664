import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { allow } from './allow.ts';
import { arnOf } from './arn-of.ts';
import type { ProberPlace } from './prober-places.ts';

/** What the role is made for. */
export type ProberRoleProps = {
  readonly places: readonly ProberPlace[];
  /** What the names of all probers begin with. */
  readonly namePrefix: string;
};

/**
 * The role of all probers. It lets the Lambda service keep their network interfaces, and denies just that to the code
 * that runs in them (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html#configuration-vpc-best-practice).
 * The denial names the functions by the beginning of their names, not by their ARNs, since functions need their role
 * first. It grants no log: probers write none, and report to whom invoked them.
 */
export function proberRole(scope: Construct, { places, namePrefix }: ProberRoleProps): Role {
  const role = new Role(scope, 'Role', {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: 'Origin Doctor: network interfaces of the probers, and nothing else',
  });
  const interfaces = arnOf(scope, { service: 'ec2', resource: 'network-interface/*' });
  role.addToPolicy(allow([CREATE], [interfaces, ...madeWith(scope, places)]));
  role.addToPolicy(allow(ON_INTERFACES, [interfaces]));
  role.addToPolicy(allow(DESCRIBE, ['*']));
  role.addToPolicy(
    new PolicyStatement({
      effect: Effect.DENY,
      actions: [CREATE, ...ON_INTERFACES, ...DESCRIBE],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'lambda:SourceFunctionArn': arnOf(scope, { service: 'lambda', resource: `function:${namePrefix}*` }),
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

/** A shared subnet belongs to another account, so the account stands open; the ids do not. */
function madeWith(scope: Construct, places: readonly ProberPlace[]): readonly string[] {
  const subnets = places.map(({ subnetId }) => `subnet/${subnetId}`);
  const groups = places.flatMap(({ securityGroups }) => securityGroups.map((id) => `security-group/${id}`));
  return [...new Set([...subnets, ...groups])].map((resource) =>
    arnOf(scope, { service: 'ec2', resource, account: '*' }),
  );
}

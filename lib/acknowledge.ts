import { Stack, Validations } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { referenceText } from './reference-text.ts';

/**
 * Acknowledges every rule of cdk-nag's AwsSolutions that the construct does not follow, with the reason. A wildcard that
 * no line below explains is not acknowledged, and the check fails.
 */
export function acknowledge(scope: Construct): void {
  for (const child of scope.node.findAll()) {
    if (child instanceof CfnQueue) Validations.of(child).acknowledge({ id: 'AwsSolutions-SQS3', reason: DEAD_LETTERS });
    if (child instanceof CfnPolicy) acknowledgeWildcards(child);
  }
}

const DEAD_LETTERS =
  'The queue is the dead letter queue itself; it is the target of rules and of a function, which the rule does not see.';

/** By what the resource ends in; the first that matches counts. */
const WILDCARDS: readonly { readonly resource: RegExp; readonly reason: string }[] = [
  {
    resource: /^\*$/,
    reason:
      'Calls that describe EC2 and load balancing take no narrower resource: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonec2.html and list_awselasticloadbalancingv2.html.',
  },
  {
    resource: /:network-interface\/\*$/,
    reason:
      "Lambda gives a function's network interfaces their ids. The code that runs in the functions is denied these calls.",
  },
  {
    resource: /:\*:(?:subnet|security-group)\/[^*]+$/,
    reason: 'The ids are given. Only the account stands open, since a shared subnet belongs to another.',
  },
  {
    resource: /:\*:(?:subnet|security-group)\/\*$/,
    reason: 'Those of one VPC, by a condition: the ids of so many would not fit a policy.',
  },
  {
    resource: /:\*:(?:prefix-list|transit-gateway-route-table)\/\*$/,
    reason:
      'Read only. Which ones the routes and rules of a VPC name is known when they are read; AWS or another account may own them.',
  },
  {
    resource: /:alarm:[^*]+\/_kept\/\*$/,
    reason:
      'Alarms for what comes and goes after the deployment, all under a beginning of their names that nothing else has.',
  },
  {
    resource: /:alarm:\*$/,
    reason:
      'For cloudwatch:DescribeAlarms alone: a list is authorized on all alarms of the Region, whatever beginning of a name it is asked for.',
  },
  {
    resource: /:deploymentgroup:\*\/\*$/,
    reason: 'The gate answers the hooks that call it. Name gate.deploymentGroups to narrow it.',
  },
  {
    resource: /:targetgroup\/\*\/\*$/,
    reason:
      'Only with gate.readmit: target groups come and go after the deployment, and which is meant comes with the request.',
  },
];

function acknowledgeWildcards(policy: CfnPolicy): void {
  const { Statement: statements = [] } = Stack.of(policy).resolve(policy.policyDocument) as PolicyDocument;
  const resources = statements.flatMap(({ Resource }) => (Array.isArray(Resource) ? Resource : [Resource]));
  for (const text of new Set(resources.map(referenceText))) {
    const known = WILDCARDS.find(({ resource }) => resource.test(text));
    if (known === undefined) continue;
    Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[Resource::${text}]`, reason: known.reason });
  }
}

type PolicyDocument = { readonly Statement?: readonly { readonly Resource: unknown }[] };

// What the code may do in an account, by IAM action: the code and its policies share these lists. Data only: it imports nothing.

/**
 * The IAM actions that reading an inventory takes, all of them on resource `*`: these calls know no finer grain
 * (Service authorization reference, Amazon EC2 and AWS Elastic Load Balancing V2), save two that AWS lets be granted by
 * resource: the entries of a prefix list and the search of a transit gateway's routes.
 */
export const readActions: readonly string[] = [
  'ec2:DescribeEgressOnlyInternetGateways',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeInstances',
  'ec2:DescribeInternetGateways',
  'ec2:DescribeManagedPrefixLists',
  'ec2:DescribeNatGateways',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroupRules',
  'ec2:DescribeSecurityGroupVpcAssociations',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeStaleSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeTransitGatewayAttachments',
  'ec2:DescribeTransitGatewayRouteTables',
  'ec2:DescribeTransitGatewayVpcAttachments',
  'ec2:DescribeTransitGateways',
  'ec2:DescribeVpcBlockPublicAccessExclusions',
  'ec2:DescribeVpcBlockPublicAccessOptions',
  'ec2:DescribeVpcEndpoints',
  'ec2:DescribeVpcPeeringConnections',
  'ec2:DescribeVpcs',
  'ec2:GetManagedPrefixListEntries',
  'ec2:SearchTransitGatewayRoutes',
  'elasticloadbalancing:DescribeListeners',
  'elasticloadbalancing:DescribeLoadBalancerAttributes',
  'elasticloadbalancing:DescribeLoadBalancers',
  'elasticloadbalancing:DescribeRules',
  'elasticloadbalancing:DescribeTargetGroupAttributes',
  'elasticloadbalancing:DescribeTargetGroups',
  'elasticloadbalancing:DescribeTargetHealth',
];

/** What the monitor may do beside reading, each on the deployment's own resources only. */
export const writeActions = {
  invokeProbers: ['lambda:InvokeFunction'],
  table: ['dynamodb:DeleteItem', 'dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:UpdateItem'],
  topic: ['sns:Publish'],
  eventBus: ['events:PutEvents'],
  /** On alarms under the owned prefix. */
  alarms: ['cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms', 'cloudwatch:PutMetricAlarm'],
  /** With the topic's key: https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html */
  topicKey: ['kms:Decrypt', 'kms:GenerateDataKey'],
  /** Into the queue of events that could not be handled. */
  deadLetters: ['sqs:SendMessage'],
  /** Into the function's own log. */
  log: ['logs:CreateLogStream', 'logs:PutLogEvents'],
} as const;

/** What the gate may do beside what the monitor reads, invokes and keeps in the table. */
export const gateActions = {
  /** On CodeDeploy's deployment groups: to answer, and to learn when a deployment began. */
  status: ['codedeploy:PutLifecycleEventHookExecutionStatus', 'codedeploy:GetDeployment'],
  /** Itself, to go on where one invocation's 15 minutes do not suffice. */
  goOn: ['lambda:InvokeFunction'],
  /** On target groups, and only where the deployment allows it. */
  readmit: ['elasticloadbalancing:RegisterTargets'],
} as const;

/** What the function behind the custom resource may do: on alarms under the owned prefix, and in the table. */
export const settleActions = {
  alarms: ['cloudwatch:DeleteAlarms', 'cloudwatch:DescribeAlarms'],
  table: ['dynamodb:PutItem'],
} as const;

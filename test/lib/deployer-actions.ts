/**
 * By resource type: what CloudFormation calls to make, read back, change and take away a resource of ours, as the deployer or
 * as its execution role. From `handlers.permissions` and `tagging.permissions` of the type's schema in the CloudFormation
 * registry (`aws cloudformation describe-type --type RESOURCE --type-name TYPE`;
 * https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html), less what only properties take
 * that no template of ours has. Types whose schema names none (`AWS::Events::Rule`): the service authorization reference.
 */
export const deployerActions: Readonly<Record<string, readonly string[]>> = {
  'AWS::IAM::Role': [
    ...of(
      'iam',
      'CreateRole DeleteRole GetRole UpdateRole UpdateRoleDescription UpdateAssumeRolePolicy TagRole UntagRole',
    ),
    ...of('iam', 'ListAttachedRolePolicies ListRolePolicies GetRolePolicy PutRolePolicy DeleteRolePolicy'),
  ],
  'AWS::IAM::Policy': of('iam', 'GetRolePolicy PutRolePolicy DeleteRolePolicy'),
  // What does not fit the policies of a role that names many subnets and groups.
  'AWS::IAM::ManagedPolicy': [
    ...of('iam', 'CreatePolicy DeletePolicy GetPolicy ListEntitiesForPolicy AttachRolePolicy DetachRolePolicy'),
    ...of('iam', 'GetPolicyVersion ListPolicyVersions CreatePolicyVersion DeletePolicyVersion'),
  ],
  'AWS::Lambda::Function': [
    ...of('lambda', 'CreateFunction DeleteFunction GetFunction UpdateFunctionCode UpdateFunctionConfiguration'),
    ...of('lambda', 'GetFunctionCodeSigningConfig GetFunctionRecursionConfig GetRuntimeManagementConfig'),
    ...of('lambda', 'PutFunctionConcurrency DeleteFunctionConcurrency TagResource UntagResource ListTags'),
    ...of('iam', 'PassRole'),
    ...of('s3', 'GetObject'),
    ...of('kms', 'CreateGrant Decrypt GenerateDataKey'),
    ...of('ec2', 'DescribeSecurityGroups DescribeSubnets DescribeVpcs DescribeNetworkInterfaces'),
  ],
  'AWS::Lambda::EventInvokeConfig': of(
    'lambda',
    'PutFunctionEventInvokeConfig GetFunctionEventInvokeConfig UpdateFunctionEventInvokeConfig DeleteFunctionEventInvokeConfig',
  ),
  'AWS::Lambda::Permission': of('lambda', 'AddPermission GetPolicy RemovePermission'),
  'AWS::DynamoDB::Table': [
    ...of('dynamodb', 'CreateTable DeleteTable DescribeTable UpdateTable DescribeTimeToLive UpdateTimeToLive'),
    ...of('dynamodb', 'DescribeContinuousBackups UpdateContinuousBackups DescribeContributorInsights'),
    ...of('dynamodb', 'DescribeKinesisStreamingDestination GetResourcePolicy'),
    ...of('dynamodb', 'TagResource UntagResource ListTagsOfResource'),
  ],
  'AWS::Logs::LogGroup': [
    ...of('logs', 'CreateLogGroup DeleteLogGroup DescribeLogGroups PutRetentionPolicy DeleteRetentionPolicy'),
    ...of('logs', 'GetDataProtectionPolicy TagResource UntagResource ListTagsForResource'),
  ],
  'AWS::KMS::Key': [
    ...of('kms', 'CreateKey DescribeKey EnableKeyRotation GetKeyPolicy GetKeyRotationStatus PutKeyPolicy'),
    ...of('kms', 'ScheduleKeyDeletion UpdateKeyDescription TagResource UntagResource ListResourceTags'),
  ],
  'AWS::SNS::Topic': [
    ...of('sns', 'CreateTopic DeleteTopic GetTopicAttributes SetTopicAttributes ListSubscriptionsByTopic'),
    ...of('sns', 'GetDataProtectionPolicy TagResource UntagResource ListTagsForResource'),
  ],
  'AWS::SNS::TopicPolicy': of('sns', 'SetTopicAttributes'),
  'AWS::SNS::Subscription': of(
    'sns',
    'Subscribe Unsubscribe GetSubscriptionAttributes SetSubscriptionAttributes GetTopicAttributes',
  ),
  'AWS::SQS::Queue': of(
    'sqs',
    'CreateQueue DeleteQueue GetQueueUrl GetQueueAttributes SetQueueAttributes TagQueue UntagQueue ListQueueTags',
  ),
  'AWS::SQS::QueuePolicy': of('sqs', 'SetQueueAttributes'),
  'AWS::Events::Rule': [
    ...of('events', 'PutRule DeleteRule DescribeRule PutTargets RemoveTargets ListTargetsByRule'),
    ...of('events', 'TagResource UntagResource ListTagsForResource'),
  ],
  'AWS::CloudWatch::Alarm': [
    ...of('cloudwatch', 'PutMetricAlarm DescribeAlarms DeleteAlarms'),
    ...of('cloudwatch', 'TagResource UntagResource ListTagsForResource'),
  ],
  'AWS::CloudWatch::CompositeAlarm': of('cloudwatch', 'PutCompositeAlarm DescribeAlarms DeleteAlarms'),
  'AWS::CloudWatch::Dashboard': of('cloudwatch', 'PutDashboard GetDashboard DeleteDashboards'),
  'AWS::EC2::SecurityGroup': [
    ...of('ec2', 'CreateSecurityGroup DeleteSecurityGroup DescribeSecurityGroups DescribeInstances'),
    ...of('ec2', 'AuthorizeSecurityGroupEgress RevokeSecurityGroupEgress CreateTags DeleteTags'),
  ],
  'AWS::CloudFormation::Stack': of(
    'cloudformation',
    'CreateStack UpdateStack DeleteStack DescribeStacks GetStackPolicy GetTemplate',
  ),
  // Its function is asked to write the settings
  // (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-custom-resources-lambda.html).
  'Custom::OriginDoctorSettings': of('lambda', 'InvokeFunction'),
};

function of(service: string, names: string): readonly string[] {
  return names.split(' ').map((name) => `${service}:${name}`);
}

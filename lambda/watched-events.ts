// The events that the stack hands to the monitor. Data only, like the contract: it imports nothing.

/** An EventBridge pattern, as data: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html */
export type EventPattern = {
  readonly source: readonly string[];
  readonly detailType: readonly string[];
  readonly detail?: Readonly<Record<string, unknown>>;
};

/** CloudTrail's account of a call. One that failed carries an `errorCode`, and changed nothing. */
function calls(service: 'ec2' | 'elasticloadbalancing', eventName: readonly string[]): EventPattern {
  const detail = { eventSource: [`${service}.amazonaws.com`], errorCode: [{ exists: false }], eventName };
  return { source: [`aws.${service}`], detailType: ['AWS API Call via CloudTrail'], detail };
}

/**
 * The events after which the monitor looks, one rule each. Begins and steps of deploys are among them only where they say
 * on what: the others would start a function that can do nothing. A pattern is bounded too: it may have 2,048 characters
 * (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html), which is why CloudTrail's come in two.
 */
export const watchedEvents: Readonly<Record<string, EventPattern>> = {
  codeDeployment: {
    source: ['aws.codedeploy'],
    detailType: ['CodeDeploy Deployment State-change Notification'],
    detail: { state: ['SUCCESS', 'FAILURE', 'STOP'] },
  },
  codeDeployInstance: { source: ['aws.codedeploy'], detailType: ['CodeDeploy Instance State-change Notification'] },
  /**
   * Not `SERVICE_STEADY_STATE`, which is sent again and again of services at rest. Of the others only
   * `TASKSET_STEADY_STATE` names targets.
   */
  ecs: {
    source: ['aws.ecs'],
    detailType: ['ECS Deployment State Change', 'ECS Service Action'],
    detail: { eventName: ['SERVICE_DEPLOYMENT_COMPLETED', 'SERVICE_DEPLOYMENT_FAILED', 'TASKSET_STEADY_STATE'] },
  },
  /** Stacks that came to rest, by whatever road. */
  cloudFormation: {
    source: ['aws.cloudformation'],
    detailType: ['CloudFormation Stack Status Change'],
    // biome-ignore format: one line per operation
    detail: {
      'status-details': {
        status: [
          'CREATE_COMPLETE', 'CREATE_FAILED', 'ROLLBACK_COMPLETE', 'ROLLBACK_FAILED',
          'UPDATE_COMPLETE', 'UPDATE_FAILED', 'UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED',
          'IMPORT_COMPLETE', 'IMPORT_ROLLBACK_COMPLETE', 'IMPORT_ROLLBACK_FAILED',
          'DELETE_COMPLETE', 'DELETE_FAILED',
        ],
      },
    },
  },
  autoScaling: {
    source: ['aws.autoscaling'],
    detailType: ['EC2 Instance Launch Successful', 'EC2 Instance Terminate Successful'],
  },
  instanceState: { source: ['aws.ec2'], detailType: ['EC2 Instance State-change Notification'] },
  codePipeline: {
    source: ['aws.codepipeline'],
    detailType: ['CodePipeline Pipeline Execution State Change'],
    detail: { state: ['SUCCEEDED', 'FAILED', 'CANCELED', 'STOPPED', 'SUPERSEDED'] },
  },
  // biome-ignore format: one line per kind of resource
  networkChange: calls('ec2', [
    'AuthorizeSecurityGroupIngress', 'AuthorizeSecurityGroupEgress', 'RevokeSecurityGroupIngress', 'RevokeSecurityGroupEgress',
    'ModifySecurityGroupRules', 'DeleteSecurityGroup', 'DisassociateSecurityGroupVpc',
    'ModifyNetworkInterfaceAttribute', 'ModifyInstanceAttribute', 'DetachNetworkInterface', 'UnassignPrivateIpAddresses',
    'CreateNetworkAclEntry', 'ReplaceNetworkAclEntry', 'DeleteNetworkAclEntry', 'ReplaceNetworkAclAssociation',
    'CreateRoute', 'ReplaceRoute', 'DeleteRoute', 'EnableVgwRoutePropagation', 'DisableVgwRoutePropagation',
    'AssociateRouteTable', 'DisassociateRouteTable', 'ReplaceRouteTableAssociation',
    'DeleteNatGateway', 'AttachInternetGateway', 'DetachInternetGateway', 'DeleteEgressOnlyInternetGateway',
    'AssociateAddress', 'DisassociateAddress', 'DeleteVpcPeeringConnection',
    'ModifyTransitGatewayVpcAttachment', 'DeleteTransitGatewayVpcAttachment',
    'CreateTransitGatewayRoute', 'ReplaceTransitGatewayRoute', 'DeleteTransitGatewayRoute',
    'AssociateTransitGatewayRouteTable', 'DisassociateTransitGatewayRouteTable',
    'EnableTransitGatewayRouteTablePropagation', 'DisableTransitGatewayRouteTablePropagation',
    'ModifyManagedPrefixList', 'RestoreManagedPrefixListVersion', 'ModifyVpcBlockPublicAccessOptions',
    'CreateVpcBlockPublicAccessExclusion', 'ModifyVpcBlockPublicAccessExclusion', 'DeleteVpcBlockPublicAccessExclusion',
    'StartInstances', 'StopInstances', 'RebootInstances', 'TerminateInstances',
  ]),
  // biome-ignore format: one line per kind of resource
  loadBalancingChange: calls('elasticloadbalancing', [
    'DeleteLoadBalancer', 'ModifyLoadBalancerAttributes', 'SetIpAddressType', 'SetSecurityGroups', 'SetSubnets',
    'CreateListener', 'ModifyListener', 'ModifyListenerAttributes', 'DeleteListener',
    'CreateRule', 'ModifyRule', 'DeleteRule', 'SetRulePriorities',
    'ModifyTargetGroup', 'ModifyTargetGroupAttributes', 'DeleteTargetGroup', 'RegisterTargets', 'DeregisterTargets',
  ]),
};

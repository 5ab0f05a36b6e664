/** Items as `aws … describe-*` answers them, no larger than the mappings need, with fields that are of no use to us. */
export const LOAD_BALANCER_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/shop/0001';
export const LISTENER_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener/app/shop/0001/0002';
export const RULE_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:listener-rule/app/shop/0001/0002/0003';
export const TARGET_GROUP_ARN = 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/shop/0004';

export function rawSubnet(id: string, changes: object = {}): object {
  return {
    SubnetId: id,
    VpcId: 'vpc-1',
    AvailabilityZone: 'eu-west-1a',
    CidrBlock: '10.0.0.0/24',
    AvailableIpAddressCount: 200,
    MapPublicIpOnLaunch: false,
    Tags: [{ Key: 'Name', Value: id }],
    ...changes,
  };
}

export function rawGroup(id: string, changes: object = {}): object {
  return { GroupId: id, GroupName: id, VpcId: 'vpc-1', OwnerId: '111122223333', Description: 'a group', ...changes };
}

/** One permission that lets a port in from these ranges. */
export function rawPermission(port: number, ...ranges: string[]): object {
  return { IpProtocol: 'tcp', FromPort: port, ToPort: port, IpRanges: ranges.map((CidrIp) => ({ CidrIp })) };
}

export function rawRule(id: string, groupId: string, changes: object = {}): object {
  return {
    SecurityGroupRuleId: id,
    GroupId: groupId,
    IsEgress: false,
    IpProtocol: 'tcp',
    FromPort: 443,
    ToPort: 443,
    CidrIpv4: '10.0.0.0/16',
    ...changes,
  };
}

export function rawInterface(id: string, address: string, groups: readonly string[]): object {
  return {
    NetworkInterfaceId: id,
    InterfaceType: 'interface',
    VpcId: 'vpc-1',
    SubnetId: 'subnet-1',
    AvailabilityZone: 'eu-west-1a',
    Status: 'in-use',
    Groups: groups.map((GroupId) => ({ GroupId, GroupName: GroupId })),
    PrivateIpAddresses: [{ PrivateIpAddress: address, Primary: true }],
    MacAddress: '02:00:00:00:00:01',
  };
}

export function rawLoadBalancer(changes: object = {}): object {
  return {
    LoadBalancerArn: LOAD_BALANCER_ARN,
    LoadBalancerName: 'shop',
    Type: 'application',
    Scheme: 'internal',
    State: { Code: 'active' },
    DNSName: 'shop.elb.example',
    VpcId: 'vpc-1',
    SecurityGroups: ['sg-lb'],
    AvailabilityZones: [{ ZoneName: 'eu-west-1a', SubnetId: 'subnet-1' }],
    ...changes,
  };
}

export function rawListener(changes: object = {}): object {
  const DefaultActions = [{ Type: 'forward', TargetGroupArn: TARGET_GROUP_ARN }];
  return {
    ListenerArn: LISTENER_ARN,
    LoadBalancerArn: LOAD_BALANCER_ARN,
    Protocol: 'HTTP',
    Port: 80,
    DefaultActions,
    ...changes,
  };
}

export function rawListenerRule(): object {
  return { RuleArn: RULE_ARN, Priority: 'default', Conditions: [], Actions: [{ Type: 'fixed-response' }] };
}

export function rawTargetGroup(): object {
  return {
    TargetGroupArn: TARGET_GROUP_ARN,
    TargetGroupName: 'shop',
    TargetType: 'ip',
    Protocol: 'HTTP',
    Port: 8080,
    VpcId: 'vpc-1',
    LoadBalancerArns: [LOAD_BALANCER_ARN],
    HealthCheckEnabled: true,
    HealthCheckProtocol: 'HTTP',
    HealthCheckPort: 'traffic-port',
    HealthCheckIntervalSeconds: 30,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2,
  };
}

export function rawTargetHealth(address: string, state = 'healthy'): object {
  return { Target: { Id: address, Port: 8080 }, HealthCheckPort: '8080', TargetHealth: { State: state } };
}

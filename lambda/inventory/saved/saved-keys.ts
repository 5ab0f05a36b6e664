/**
 * The keys by which saved answers are known. The last seven are asked per resource, and stand wrapped with its ARN or id:
 * `{"LoadBalancerListeners": [{"LoadBalancerArn": "…", "Listeners": […]}]}`.
 */
export const savedKeys = [
  'Vpcs',
  'Subnets',
  'SecurityGroups',
  'SecurityGroupRules',
  'NetworkAcls',
  'RouteTables',
  'NetworkInterfaces',
  'Reservations',
  'InstanceStatuses',
  'PrefixLists',
  'VpcPeeringConnections',
  'StaleSecurityGroupSet',
  'SecurityGroupVpcAssociations',
  'TransitGateways',
  'TransitGatewayAttachments',
  'TransitGatewayVpcAttachments',
  'TransitGatewayRouteTables',
  'NatGateways',
  'InternetGateways',
  'EgressOnlyInternetGateways',
  'VpcEndpoints',
  'VpcBlockPublicAccessOptions',
  'VpcBlockPublicAccessExclusions',
  'LoadBalancers',
  'TargetGroups',
  'LoadBalancerAttributes',
  'LoadBalancerListeners',
  'ListenerRules',
  'TargetGroupAttributes',
  'LoadBalancerTargetHealth',
  'PrefixListEntries',
  'TransitGatewayRoutes',
] as const;

/** One of the keys by which saved answers are known. */
export type SavedKey = (typeof savedKeys)[number];

/** Ids and ARNs of the bench's fleet. They look like AWS's and are nobody's. */
export const fleetNames = {
  vpc: 'vpc-0f1ee7',
  zones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c'],
  edgeSubnet: (zone: number) => `subnet-edge${zone}`,
  appSubnet: (zone: number) => `subnet-app${zone}`,
  balancerGroup: (balancer: number) => `sg-balancer${balancer}`,
  arn: (what: string) => `arn:aws:elasticloadbalancing:eu-west-1:123456789012:${what}`,
} as const;

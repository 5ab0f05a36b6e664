import type { IApplicationLoadBalancer, INetworkLoadBalancer } from 'aws-cdk-lib/aws-elasticloadbalancingv2';

/** A load balancer that the app does not build, told by what `aws elbv2 describe-load-balancers` says of it. */
export interface LoadBalancerDescription {
  /** Its ARN. Name and type are read from it. */
  readonly arn: string;
  /** The VPC that it stands in (`vpc-…`). */
  readonly vpcId: string;
  /**
   * Ranges of the VPC, the secondary ones too.
   *
   * @default - `dialable.addresses` must say what probers may dial
   */
  readonly vpcCidrs?: readonly string[];
  /** Its subnets (`subnet-…`), one for each of its zones. */
  readonly subnets: readonly string[];
  /**
   * Its security groups (`sg-…`).
   *
   * @default - none, as a Network Load Balancer may have it; probers then wear a group of ours
   */
  readonly securityGroups?: readonly string[];
  /**
   * Whether its subnets have IPv6 ranges. Only then may probers that stand there speak IPv6, and otherwise Lambda refuses them
   * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
   *
   * @default false
   */
  readonly dualStack?: boolean;
}

/**
 * A load balancer that was imported (`fromLookup`, `from…Attributes`). It does not tell its subnets; what else it does not tell
 * must be given too.
 */
export interface ImportedLoadBalancer {
  readonly loadBalancer: IApplicationLoadBalancer | INetworkLoadBalancer;
  /** Its subnets (`subnet-…`), one for each of its zones. */
  readonly subnets: readonly string[];
  /**
   * The VPC that it stands in (`vpc-…`).
   *
   * @default - that of `loadBalancer.vpc`
   */
  readonly vpcId?: string;
  /**
   * Ranges of the VPC, the secondary ones too.
   *
   * @default - those that `loadBalancer.vpc` tells; where it tells none, `dialable.addresses` must say what probers may dial
   */
  readonly vpcCidrs?: readonly string[];
  /**
   * Its security groups (`sg-…`). `[]` says that a Network Load Balancer has none.
   *
   * @default - those of `loadBalancer`
   */
  readonly securityGroups?: readonly string[];
  /**
   * Whether its subnets have IPv6 ranges. Only then may probers that stand there speak IPv6, and otherwise Lambda refuses them
   * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
   *
   * @default false
   */
  readonly dualStack?: boolean;
}

/** What can be watched: a load balancer that the app builds, one that it imports, or the description of one. */
export type LoadBalancerSource =
  | IApplicationLoadBalancer
  | INetworkLoadBalancer
  | ImportedLoadBalancer
  | LoadBalancerDescription;

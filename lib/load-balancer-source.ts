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
}

/**
 * What can be watched: a load balancer that the app builds, or the description of one that it does not. An imported one
 * (`fromLookup`, `from…Attributes`) does not tell its subnets, so it is given as a description too.
 */
export type LoadBalancerSource = IApplicationLoadBalancer | INetworkLoadBalancer | LoadBalancerDescription;

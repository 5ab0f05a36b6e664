import type { ISecurityGroup, IVpc, SubnetSelection } from 'aws-cdk-lib/aws-ec2';

/** A path that has no load balancer, as from a proxy to its origin, or from an application to its database. */
export interface WatchProps {
  /**
   * Its name, which takes the place of a load balancer's in metrics, alarms and messages: up to 32 letters, digits and
   * hyphens, and neither another watch's nor a load balancer's.
   */
  readonly name: string;
  /** Who opens the connections: what the app builds, or the description of what it does not. */
  readonly from: Caller | CallerDescription;
  /** What they lead to. */
  readonly to: WatchedHost;
}

/** A caller that the app builds. */
export interface Caller {
  readonly vpc: IVpc;
  /**
   * Where the caller runs; each subnet gets a prober.
   *
   * @default - what `vpc.selectSubnets()` selects: those with a way out, or else the isolated, or else the public ones
   */
  readonly subnets?: SubnetSelection;
  /** What the caller wears, as in `service.connections.securityGroups`: at least one. */
  readonly securityGroups: readonly ISecurityGroup[];
}

/** A caller that the app does not build. */
export interface CallerDescription {
  /** Its VPC (`vpc-…`). */
  readonly vpcId: string;
  /**
   * Ranges of the VPC, the secondary ones too.
   *
   * @default - `dialable.addresses` must say what probers may dial
   */
  readonly vpcCidrs?: readonly string[];
  /** The subnets (`subnet-…`) that it runs in; each gets a prober. */
  readonly subnets: readonly string[];
  /** The security groups (`sg-…`) that it wears: at least one. */
  readonly securityGroups: readonly string[];
  /**
   * Whether its subnets have IPv6 ranges. Only then may probers that stand there speak IPv6, and otherwise Lambda refuses them
   * (https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html).
   *
   * @default false
   */
  readonly dualStack?: boolean;
}

/** What a path leads to. Both may be tokens, as in `database.instanceEndpoint.hostname` and `.port`. */
export interface WatchedHost {
  /**
   * An address, the id of an instance (`i-…`) or of a network interface (`eni-…`), or a DNS name.
   *
   * A name is resolved anew at each check, by the monitor, which stands outside the VPC. So it must be one that public DNS
   * knows: names of private hosted zones are answered within their VPCs alone
   * (https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zones-private.html). The endpoint of a database
   * resolves to its private address everywhere, unless it is publicly accessible: then it resolves to its public address
   * outside the VPC, and where an interface of the caller's VPC has that, its private address is dialled, as the caller does
   * (https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBInstance.html).
   */
  readonly host: string;
  /** From 1 to 65535. */
  readonly port: number;
}

/** A path as `watch` has read it. Any text, and the port, may be a token. */
export interface Watch {
  readonly name: string;
  readonly vpcId: string;
  readonly vpcCidrs: readonly string[];
  readonly from: {
    readonly subnets: readonly string[];
    readonly securityGroups: readonly string[];
    /** Whether its subnets are said to have IPv6 ranges. */
    readonly dualStack: boolean;
  };
  readonly to: WatchedHost;
}

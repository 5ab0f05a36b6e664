import type { Fact } from './fact.ts';
import type * as network from './network.ts';
import type { WatchedPath } from './watch.ts';

/** Attributes as AWS gives them: key to text, e.g. `preserve_client_ip.enabled` to `true`. */
export type Attributes = Readonly<Record<string, string>>;

/** One Availability Zone in which a load balancer has a node, and the subnet that the node stands in. */
export type LoadBalancerZone = { readonly zone: string; readonly subnetId: string };

/** `DescribeLoadBalancers`. `securityGroups` is empty for a Network Load Balancer created without any. */
export type LoadBalancer = {
  readonly arn: string;
  readonly name: string;
  readonly type: 'application' | 'network' | 'gateway';
  readonly scheme: 'internet-facing' | 'internal';
  readonly state: string;
  readonly stateReason: string | null;
  readonly dnsName: string;
  readonly vpcId: string;
  readonly ipAddressType: string;
  readonly securityGroups: readonly string[];
  readonly zones: readonly LoadBalancerZone[];
  readonly attributes: Fact<Attributes>;
};

/** Where a redirect sends clients: literal texts, or `#{protocol}`, `#{port}` and `#{host}` for those of the request. */
export type Redirect = { readonly protocol: string; readonly port: string; readonly host: string };

/** What a listener or rule does with a request. Only `forward` names target groups (weights 0 to 999), only `redirect` has one. */
export type Action = {
  readonly type: string;
  readonly targetGroups: readonly { readonly arn: string; readonly weight: number }[];
  readonly redirect?: Redirect;
};

/** `DescribeListeners`. */
export type Listener = {
  readonly arn: string;
  readonly loadBalancerArn: string;
  readonly protocol: string;
  readonly port: number;
  readonly defaultActions: readonly Action[];
};

/** `DescribeRules`. `priority` is a number as text, or `default`; conditions are `field=value` texts without what may be a password. */
export type Rule = {
  readonly arn: string;
  readonly listenerArn: string;
  readonly priority: string;
  readonly conditions: readonly string[];
  readonly actions: readonly Action[];
};

/** Health check settings; `port` is a number as text, or `traffic-port`. Times in seconds. */
export type HealthCheck = {
  readonly enabled: boolean;
  readonly protocol: string;
  readonly port: string;
  readonly path: string | null;
  readonly matcher: string | null;
  readonly intervalSeconds: number;
  readonly timeoutSeconds: number;
  readonly healthyThreshold: number;
  readonly unhealthyThreshold: number;
};

/** `DescribeTargetGroups`. `port`, `protocol` and `vpcId` are null for Lambda targets. */
export type TargetGroup = {
  readonly arn: string;
  readonly name: string;
  readonly targetType: 'instance' | 'ip' | 'lambda' | 'alb';
  readonly protocol: string | null;
  readonly port: number | null;
  readonly vpcId: string | null;
  readonly ipAddressType: string;
  readonly loadBalancerArns: readonly string[];
  readonly healthCheck: HealthCheck;
  readonly attributes: Fact<Attributes>;
};

/** What is registered in a target group: an instance id, an address or an ARN, and the port (null: the group's own). */
export type Target = { readonly id: string; readonly port: number | null; readonly zone: string | null };

/** One line of `DescribeTargetHealth`. `reason` is absent when healthy. */
export type TargetHealth = {
  readonly target: Target;
  readonly healthCheckPort: string | null;
  readonly state: string;
  readonly reason: string | null;
  readonly description: string | null;
};

/** `DescribeVpcs`, with every associated range. */
export type Vpc = {
  readonly id: string;
  readonly name: string | null;
  readonly cidrs: readonly string[];
  readonly ipv6Cidrs: readonly string[];
};

/** `DescribeSubnets`. */
export type Subnet = {
  readonly id: string;
  readonly name: string | null;
  readonly vpcId: string;
  readonly zone: string;
  readonly cidr: string;
  readonly ipv6Cidrs: readonly string[];
  readonly availableAddresses: number;
};

/** `DescribeSecurityGroups`, without the rules. */
export type SecurityGroup = {
  readonly id: string;
  readonly name: string;
  readonly vpcId: string;
  readonly ownerId: string;
};

/** The other side of a security group rule: one source (ingress) or destination (egress). */
export type RulePeer =
  | { readonly kind: 'cidr'; readonly cidr: string }
  | { readonly kind: 'prefix-list'; readonly id: string }
  | {
      readonly kind: 'security-group';
      readonly id: string;
      readonly ownerId: string | null;
      readonly vpcId: string | null;
    };

/**
 * One line of `DescribeSecurityGroupRules`. `protocol` is a name, a number as text, or `-1` for all;
 * ports are null where they mean all ports. For ICMP they are type and code.
 */
export type SecurityGroupRule = {
  readonly id: string;
  readonly groupId: string;
  readonly egress: boolean;
  readonly protocol: string;
  readonly fromPort: number | null;
  readonly toPort: number | null;
  readonly peer: RulePeer;
  readonly description: string | null;
};

/** One entry of a network ACL, first match by number wins. 32767 is the implicit deny. Ports null: all ports. */
export type NetworkAclEntry = {
  readonly ruleNumber: number;
  readonly egress: boolean;
  readonly protocol: string;
  readonly action: 'allow' | 'deny';
  readonly cidr: string;
  readonly fromPort: number | null;
  readonly toPort: number | null;
};

/** `DescribeNetworkAcls`. A subnet that is associated with none uses the VPC's default ACL. */
export type NetworkAcl = {
  readonly id: string;
  readonly vpcId: string;
  readonly isDefault: boolean;
  readonly subnetIds: readonly string[];
  readonly entries: readonly NetworkAclEntry[];
};

/** One route. `destination` is a CIDR or a prefix list id; `target` is `local` or an id (`igw-…`, `nat-…`, `pcx-…`). */
export type Route = {
  readonly destination: string;
  readonly target: string;
  readonly state: 'active' | 'blackhole' | 'filtered';
};

/** `DescribeRouteTables`. A subnet that is associated with none uses the VPC's main table. */
export type RouteTable = {
  readonly id: string;
  readonly vpcId: string;
  readonly main: boolean;
  readonly subnetIds: readonly string[];
  readonly routes: readonly Route[];
};

/** `DescribeNetworkInterfaces`. Load balancers' nodes are known by description (`ELB app/NAME/ID`, `ELB net/NAME/ID`). */
export type NetworkInterface = {
  readonly id: string;
  readonly description: string;
  readonly interfaceType: string;
  readonly vpcId: string;
  readonly subnetId: string;
  readonly zone: string;
  readonly status: string;
  readonly groups: readonly string[];
  readonly addresses: readonly {
    readonly address: string;
    readonly primary: boolean;
    readonly publicAddress: string | null;
  }[];
  readonly ipv6Addresses: readonly string[];
  /** Ranges delegated to it (`Ipv4Prefixes`, `Ipv6Prefixes`), whose addresses it does not list: Kubernetes pods have them. */
  readonly prefixes?: readonly string[];
  readonly attachment: { readonly instanceId: string | null; readonly deviceIndex: number | null } | null;
};

/** `DescribeInstances`. `name` is the `Name` tag. */
export type Instance = {
  readonly id: string;
  readonly name: string | null;
  readonly state: string;
  readonly vpcId: string | null;
  readonly subnetId: string | null;
  readonly primaryAddress: string | null;
};

/** What was read from AWS, with AWS's nouns. Plain JSON. A call that failed leaves an unknown fact, never an empty list. */
export type Inventory = {
  readonly schemaVersion: 1;
  /** ISO 8601, when reading began. */
  readonly readAt: string;
  readonly loadBalancers: readonly LoadBalancer[];
  /** Paths that are watched without a load balancer: told by the deployment, and by the DNS. Absent where none are. */
  readonly watches?: readonly WatchedPath[];
  readonly targetGroups: Fact<readonly TargetGroup[]>;
  /** By load balancer ARN. */
  readonly listeners: Readonly<Record<string, Fact<readonly Listener[]>>>;
  /** By listener ARN. */
  readonly rules: Readonly<Record<string, Fact<readonly Rule[]>>>;
  /** By target group ARN. */
  readonly targetHealth: Readonly<Record<string, Fact<readonly TargetHealth[]>>>;
  readonly vpcs: Fact<readonly Vpc[]>;
  readonly subnets: Fact<readonly Subnet[]>;
  readonly securityGroups: Fact<readonly SecurityGroup[]>;
  readonly securityGroupRules: Fact<readonly SecurityGroupRule[]>;
  readonly networkAcls: Fact<readonly NetworkAcl[]>;
  readonly routeTables: Fact<readonly RouteTable[]>;
  readonly networkInterfaces: Fact<readonly NetworkInterface[]>;
  readonly instances: Fact<readonly Instance[]>;
  readonly instanceStatuses: Fact<readonly network.InstanceStatus[]>;
  readonly prefixLists: Fact<readonly network.PrefixList[]>;
  readonly peerings: Fact<readonly network.VpcPeering[]>;
  readonly staleSecurityGroups: Fact<readonly network.StaleSecurityGroup[]>;
  readonly securityGroupVpcAssociations: Fact<readonly network.SecurityGroupVpcAssociation[]>;
  readonly transitGateways: Fact<readonly network.TransitGateway[]>;
  readonly transitGatewayAttachments: Fact<readonly network.TransitGatewayAttachment[]>;
  readonly transitGatewayRouteTables: Fact<readonly network.TransitGatewayRouteTable[]>;
  readonly natGateways: Fact<readonly network.NatGateway[]>;
  readonly internetGateways: Fact<readonly network.InternetGateway[]>;
  readonly vpcEndpoints: Fact<readonly network.VpcEndpoint[]>;
  readonly blockPublicAccess: Fact<network.BlockPublicAccess>;
};

import type {
  Attributes,
  Instance,
  Listener,
  LoadBalancer,
  NetworkAcl,
  NetworkInterface,
  RouteTable,
  Rule,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  Target,
  TargetGroup,
  Vpc,
} from '../../lambda/model/inventory.ts';
import type {
  BlockPublicAccess,
  InstanceStatus,
  InternetGateway,
  NatGateway,
  PrefixList,
  SecurityGroupVpcAssociation,
  StaleSecurityGroup,
  TransitGateway,
  TransitGatewayAttachment,
  TransitGatewayRoute,
  TransitGatewayRouteTable,
  VpcEndpoint,
  VpcPeering,
} from '../../lambda/model/network.ts';

/**
 * A process that listens on a host. `answer` serves HTTP 200 and plain TCP alike, `reset` accepts and sends RST,
 * `close` accepts and closes without a byte, `mute` accepts and says nothing.
 */
export type Process = {
  readonly name: string;
  readonly port: number;
  readonly bind: 'any' | 'loopback';
  readonly behaviour: 'answer' | 'reset' | 'close' | 'mute';
};

/** A machine in the world: one network interface, and what listens on it. `up: false` is a host that is gone. */
export type Host = {
  readonly instanceId: string;
  readonly interfaceId: string;
  readonly up: boolean;
  readonly processes: readonly Process[];
};

/**
 * A deployed prober function: the subnet and the security groups that it was given, and the interface by which it stands
 * there. `own` identity: its groups are not its load balancer's, and the monitor is told so.
 */
export type ProberFunction = {
  readonly name: string;
  readonly identity: 'load-balancer' | 'own';
  readonly interfaceId: string;
  readonly subnetId: string;
  readonly securityGroups: readonly string[];
};

/**
 * A whole world, declared once: it drives the AWS endpoint (what the API says) and the data plane (what packets do).
 * Target health is not in it: that is observed by checks really sent.
 */
export type World = {
  readonly region: string;
  readonly accountId: string;
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly routeTables: readonly RouteTable[];
  /** Hosts' interfaces and load balancers' nodes alike; nodes are known by description (`ELB app/NAME/ID`). */
  readonly networkInterfaces: readonly NetworkInterface[];
  readonly instances: readonly Instance[];
  /** Of running instances; any other's status is `not-applicable`. */
  readonly instanceStatuses: readonly InstanceStatus[];
  readonly prefixLists: readonly (Omit<PrefixList, 'cidrs'> & { readonly cidrs: readonly string[] })[];
  readonly peerings: readonly VpcPeering[];
  readonly staleSecurityGroups: readonly StaleSecurityGroup[];
  readonly securityGroupVpcAssociations: readonly SecurityGroupVpcAssociation[];
  readonly transitGateways: readonly TransitGateway[];
  readonly transitGatewayAttachments: readonly TransitGatewayAttachment[];
  readonly transitGatewayRouteTables: readonly (Omit<TransitGatewayRouteTable, 'routes'> & {
    readonly routes: readonly TransitGatewayRoute[];
  })[];
  readonly natGateways: readonly NatGateway[];
  readonly internetGateways: readonly InternetGateway[];
  readonly vpcEndpoints: readonly VpcEndpoint[];
  readonly blockPublicAccess: BlockPublicAccess;
  readonly loadBalancers: readonly (Omit<LoadBalancer, 'attributes'> & { readonly attributes: Attributes })[];
  readonly listeners: readonly Listener[];
  readonly rules: readonly Rule[];
  readonly targetGroups: readonly (Omit<TargetGroup, 'attributes'> & { readonly attributes: Attributes })[];
  /** By target group ARN. */
  readonly registrations: Readonly<Record<string, readonly Target[]>>;
  /** Targets that were deregistered and still have their connections, by target group ARN. */
  readonly draining: Readonly<Record<string, readonly Target[]>>;
  /** What the owner says of load balancers, by ARN: the ports to serve, the ranges of the clients. AWS knows nothing of it. */
  readonly declared: Readonly<
    Record<string, { readonly ports: readonly number[]; readonly clients: readonly string[] }>
  >;
  readonly hosts: readonly Host[];
  readonly probers: readonly ProberFunction[];
  /** IAM actions (`ec2:DescribeNetworkAcls`) that the caller is refused. */
  readonly forbidden: readonly string[];
  /** Security groups that the API tells of and the network does not enforce: the one way in which a world may lie. */
  readonly unenforced: readonly string[];
};

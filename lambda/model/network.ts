import type { Fact } from './fact.ts';

/** A prefix list, AWS-managed or one's own. `GetManagedPrefixListEntries` gives the ranges. */
export type PrefixList = { readonly id: string; readonly name: string; readonly cidrs: Fact<readonly string[]> };

/** One side of a peering. Ranges are known while it is active. */
export type PeeringSide = {
  readonly vpcId: string;
  readonly ownerId: string;
  readonly region: string | null;
  readonly cidrs: readonly string[];
  readonly ipv6Cidrs: readonly string[];
};

/** `DescribeVpcPeeringConnections`. `status` is AWS's code: `active`, `deleted`, `pending-acceptance`, … */
export type VpcPeering = {
  readonly id: string;
  readonly status: string;
  readonly requester: PeeringSide;
  readonly accepter: PeeringSide;
};

/** `DescribeStaleSecurityGroups`: a group whose rules still refer to what is gone (a deleted peer's group). */
export type StaleSecurityGroup = {
  readonly groupId: string;
  readonly vpcId: string;
  /** Groups that its rules refer to in vain. */
  readonly ingressReferences: readonly string[];
  readonly egressReferences: readonly string[];
};

/** `DescribeSecurityGroupVpcAssociations`: a group that may be worn in a further VPC. */
export type SecurityGroupVpcAssociation = { readonly groupId: string; readonly vpcId: string; readonly state: string };

/** `DescribeTransitGateways`. */
export type TransitGateway = {
  readonly id: string;
  readonly ownerId: string;
  readonly state: string;
  readonly securityGroupReferencing: boolean;
};

/** `DescribeTransitGatewayAttachments`, and for a VPC `DescribeTransitGatewayVpcAttachments`. */
export type TransitGatewayAttachment = {
  readonly id: string;
  readonly transitGatewayId: string;
  readonly resourceType: string;
  readonly resourceId: string;
  readonly resourceOwnerId: string;
  readonly state: string;
  /** The transit gateway route table that judges what comes in by it; null: none is associated. */
  readonly routeTableId: string | null;
  /** Null where it is no VPC, or could not be read. */
  readonly vpc: {
    readonly subnetIds: readonly string[];
    readonly securityGroupReferencing: boolean;
    readonly applianceMode: boolean;
  } | null;
};

/** `SearchTransitGatewayRoutes`. `attachmentIds` is empty for a blackhole. */
export type TransitGatewayRoute = {
  readonly destination: string;
  readonly attachmentIds: readonly string[];
  readonly state: string;
};

/** `DescribeTransitGatewayRouteTables`. */
export type TransitGatewayRouteTable = {
  readonly id: string;
  readonly transitGatewayId: string;
  readonly routes: Fact<readonly TransitGatewayRoute[]>;
};

/** `DescribeNatGateways`. `subnetId` is null for a regional one. */
export type NatGateway = {
  readonly id: string;
  readonly vpcId: string;
  readonly subnetId: string | null;
  readonly state: string;
  readonly connectivity: 'public' | 'private';
  readonly addresses: readonly { readonly privateAddress: string | null; readonly publicAddress: string | null }[];
};

/** `DescribeInternetGateways` and `DescribeEgressOnlyInternetGateways` (which carry IPv6 outwards only). */
export type InternetGateway = { readonly id: string; readonly egressOnly: boolean; readonly vpcIds: readonly string[] };

/** `DescribeVpcEndpoints`. `subnetIds`, `groups` and `interfaceIds` for interface endpoints, `routeTableIds` for gateway ones. */
export type VpcEndpoint = {
  readonly id: string;
  readonly type: string;
  readonly vpcId: string;
  readonly serviceName: string;
  readonly state: string;
  readonly subnetIds: readonly string[];
  readonly groups: readonly string[];
  readonly interfaceIds: readonly string[];
  readonly routeTableIds: readonly string[];
};

/** `DescribeVpcBlockPublicAccessOptions` and `…Exclusions`. An exclusion is for a subnet or a whole VPC. */
export type BlockPublicAccess = {
  readonly mode: 'off' | 'block-bidirectional' | 'block-ingress';
  readonly exclusions: readonly {
    readonly resourceId: string;
    readonly allows: 'bidirectional' | 'egress';
    readonly state: string;
  }[];
};

/** `DescribeInstanceStatus`: `ok`, `impaired`, `initializing`, `insufficient-data`, `not-applicable`. */
export type InstanceStatus = { readonly instanceId: string; readonly system: string; readonly instance: string };

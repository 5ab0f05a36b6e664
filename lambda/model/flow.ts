/** Ports from and to, both included. */
export type PortRange = { readonly from: number; readonly to: number };

/** One end of a flow. `cidr` is a single address (`10.0.1.5/32`), or a subnet's range where the address is not known. */
export type Station = {
  readonly cidr: string;
  /** The subnet it stands in; null outside the VPC. */
  readonly subnetId: string | null;
  readonly interfaceId: string | null;
  /** Security groups on its interface; null where there is no interface of ours (an address elsewhere). */
  readonly securityGroups: readonly string[] | null;
};

/** A connection to be judged: forward (source to destination port) and return (the answer to the source ports). */
export type Flow = {
  readonly source: Station;
  readonly destination: Station;
  readonly protocol: 'tcp';
  readonly port: number;
  /** The ports that the source may dial from: 1024–65535 for ELB, Lambda and NAT, 32768–60999 for Linux hosts. */
  readonly sourcePorts: PortRange;
};

/** What a station of a path does with the flow. `unknown` always carries its reason in `why`. */
export type Decision = 'allow' | 'deny' | 'unknown';

/**
 * The kinds of station on a path. `transit-gateway` is an attachment to it, `transit-gateway-route` its own table;
 * `destination` is whether there is such a subnet, such a host, where the way leads.
 */
export type HopKind =
  | 'security-group-egress'
  | 'network-acl-egress'
  | 'route'
  | 'peering'
  | 'transit-gateway'
  | 'transit-gateway-route'
  | 'nat-gateway'
  | 'internet-gateway'
  | 'block-public-access'
  | 'vpc-endpoint'
  | 'destination'
  | 'network-acl-ingress'
  | 'security-group-ingress';

/** The rule that comes closest to admitting a flow that no rule admits. */
export type NearestMiss = {
  /** The security group rule's id. */
  readonly line: string;
  /** In which respect it misses. */
  readonly misses: readonly ('protocol' | 'port' | 'peer')[];
  /** As a phrase: `rule sgr-1 admits sg-lb on port 80, not 8080`. */
  readonly why: string;
};

/** One judged station of a flow. `line` is the deciding rule, entry or route; absent where the lack of a line decided. */
export type Hop = {
  readonly kind: HopKind;
  /** The group, ACL or route table. For several groups of one interface, the first; `resources` names all. */
  readonly resource: string;
  readonly resources?: readonly string[];
  readonly line?: string;
  readonly decision: Decision;
  readonly why: string;
  readonly nearestMiss?: NearestMiss;
  /** Where a network ACL denies some of the ports asked for and admits the others: the denied share, between 0 and 1. */
  readonly deniedShare?: number;
};

/** A flow judged on configuration alone. The verdict is `deny` also when only the answer cannot come back. */
export type PathJudgement = {
  readonly flow: Flow;
  readonly verdict: Decision;
  readonly forward: readonly Hop[];
  readonly return: readonly Hop[];
  /** Every hop that denies, in the packet's order. */
  readonly blockers: readonly Hop[];
  /** What was taken for granted, as sentences; absent where nothing was. */
  readonly assumptions?: readonly string[];
};

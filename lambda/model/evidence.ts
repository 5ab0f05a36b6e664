import type { Symptom } from './diagnosis.ts';
import type { Endpoint, VantagePoint } from './endpoint.ts';
import type { Fact } from './fact.ts';
import type { Hop, PathJudgement } from './flow.ts';
import type {
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
  TargetGroup,
  TargetHealth,
} from './inventory.ts';
import type { BlockPublicAccess, InternetGateway, StaleSecurityGroup } from './network.ts';
import type { ProbeResult } from './probe-result.ts';

/**
 * The load balancer's own word on a target. `settled` only once the symptom has outlasted
 * interval × threshold + timeout; before that the word lags and counts as *not yet* (design.md section 2). A word about
 * another port (a health check port of its own) never settles for this one.
 */
export type LoadBalancerWord = {
  readonly state: string;
  readonly reason: string | null;
  readonly settled: boolean;
};

/** A path judged from one vantage point. */
export type VantagePath = { readonly vantagePoint: VantagePoint; readonly path: PathJudgement };

/**
 * What the owner of a load balancer says of its use, by its ARN or name: the ports that it should serve, and the ranges
 * of the clients that should reach it. Nothing of it can be read from AWS.
 */
export type Declared = { readonly ports: readonly number[]; readonly clients: readonly string[] };

/** What is declared of load balancers, by ARN or name. */
export type Declarations = Readonly<Record<string, Declared>>;

/**
 * What the configuration does with clients at a load balancer's node, or, where their addresses are preserved, at a
 * target: one per zone, port and declared range of clients. `clients` is null where none are declared: then a station
 * denies when it admits nobody at all.
 */
export type ClientPath = {
  readonly zone: string | null;
  readonly subnetId: string | null;
  readonly port: number;
  readonly clients: string | null;
  /** The ranges that a line has to speak of to let them in; empty where that cannot be told. */
  readonly admit: readonly string[];
  /** In the packet's order: routes, ACLs and groups, the answer's way too. */
  readonly hops: readonly Hop[];
};

/** What can be known of an endpoint, by name. Faults list in `needs` which of these prove them. */
export type EndpointFacts = {
  /** Every result, conclusive or not; unknown when nothing was dialled. */
  readonly probes: readonly ProbeResult[];
  /**
   * The conclusive results at the traffic port of the same target, from the load balancer's places: its own for a
   * traffic endpoint. Unknown where it was not dialled, or nothing conclusive was seen.
   */
  readonly trafficProbes: readonly ProbeResult[];
  /** One per vantage point that should reach it; unknown when none could be judged. */
  readonly paths: readonly VantagePath[];
  /** The paths of the probers that wear other groups than the load balancer, as their own groups have it; mostly none. */
  readonly proberPaths: readonly VantagePath[];
  readonly loadBalancerWord: LoadBalancerWord;
  readonly networkAcls: readonly NetworkAcl[];
  readonly securityGroups: readonly SecurityGroup[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
  readonly staleSecurityGroups: readonly StaleSecurityGroup[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  /** Null where it was registered for all zones, or nothing stands behind it. */
  readonly targetZone: string | null;
  /**
   * Zones that are enabled for the load balancer and hold no target of the group, while nodes send to their own zone only,
   * and clients come to them since no zone holds targets of every group. It is told of the first target of the group by id;
   * of the others it is empty.
   */
  readonly zonesWithoutTarget: readonly string[];
  /** The instance behind the address that is dialled; null where it is no instance's that was read. */
  readonly targetInstance: Instance | null;
  /** The interface that holds the address; null where none does. Unknown where it lies in no subnet that was read. */
  readonly addressHolder: NetworkInterface | null;
  /** The way of clients whose address is preserved; empty where the target sees the load balancer's own address. */
  readonly clientPaths: readonly ClientPath[];
};

/**
 * What fixes may have to let through network ACLs, of a whole inventory and each list ascending, so that two fixes at one
 * line never ask for the same rule number.
 */
export type AclTraffic = {
  /** Of the subnets, and of registered addresses that stand in none. */
  readonly ranges: readonly string[];
  /** Every port that load balancers dial at registered targets. */
  readonly dialledPorts: readonly number[];
  /** Where clients of any load balancer come from, as far as that can be named. */
  readonly clients: readonly string[];
  /** Every port that load balancers listen on or should. */
  readonly servedPorts: readonly number[];
};

/**
 * Who dials an endpoint: the load balancer that it stands behind, or the caller of a watched path. `arn` tells the Region, and
 * is that of the load balancer, or of the caller's VPC as far as it is known. A watched path's zones are those of its subnets.
 */
export type Caller = Pick<LoadBalancer, 'arn' | 'name' | 'vpcId' | 'securityGroups' | 'zones'>;

/** What an endpoint stands behind. */
export type Behind = { readonly loadBalancer: LoadBalancer; readonly targetGroup: TargetGroup };

/** What is always known of an endpoint, since the endpoint came from it. Of a watched path there is nothing that it stands behind. */
export type EndpointContext = { readonly [K in keyof Behind]: Behind[K] | null } & {
  readonly endpoint: Endpoint;
  readonly caller: Caller;
  /** What is not as it should be, the gravest first; empty: it is as it should be. Zones may differ, hence several. */
  readonly symptoms: readonly Symptom[];
  /** The caller's own places, one per zone. */
  readonly vantagePoints: readonly VantagePoint[];
  readonly aclTraffic: AclTraffic;
};

/** What is always known of an endpoint that stands behind a load balancer. */
export type BehindContext = EndpointContext & Behind;

/** What can be known of a load balancer as such, by name. */
export type LoadBalancerFacts = {
  readonly listeners: readonly Listener[];
  /** Of all its listeners. */
  readonly rules: readonly Rule[];
  readonly targetGroups: readonly TargetGroup[];
  /** The way of clients to each of its nodes and listeners. */
  readonly clientPaths: readonly ClientPath[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly internetGateways: readonly InternetGateway[];
  readonly blockPublicAccess: BlockPublicAccess;
  readonly networkAcls: readonly NetworkAcl[];
  readonly securityGroupRules: readonly SecurityGroupRule[];
};

/** What is always known of a load balancer, since it is one. */
export type LoadBalancerContext = {
  readonly loadBalancer: LoadBalancer;
  readonly declared: Declared | null;
  readonly aclTraffic: AclTraffic;
};

/** A listener, or one of its rules, that forwards to a target group; `rule` is null for the listener's default. */
export type Reference = { readonly listener: Listener; readonly rule: Rule | null; readonly weight: number };

/** What sends requests to a target group, and the health of those that receive them. */
export type Served = { readonly by: readonly Reference[]; readonly targetHealth: readonly TargetHealth[] };

/** What can be known of a target group as such, by name. */
export type TargetGroupFacts = {
  readonly targetHealth: readonly TargetHealth[];
  /** Everything that forwards to it; empty where nothing does. Unknown where a listener's rules are. */
  readonly references: readonly Reference[];
  /** Whom requests are sent to: what forwards to it with a weight above 0, and its targets. Null where nothing does. */
  readonly served: Served | null;
};

/** What is always known of a target group. `loadBalancers` are those of the inventory that it belongs to. */
export type TargetGroupContext = {
  readonly targetGroup: TargetGroup;
  readonly loadBalancers: readonly LoadBalancer[];
};

/** Evidence on a load balancer as such, at one time. `at` is ISO 8601. */
export type LoadBalancerEvidence = LoadBalancerContext & {
  readonly subject: 'load-balancer';
  readonly at: string;
  readonly symptoms: readonly Symptom[];
  readonly facts: { readonly [K in keyof LoadBalancerFacts]: Fact<LoadBalancerFacts[K]> };
};

/** Evidence on a target group as such, at one time. `at` is ISO 8601. */
export type TargetGroupEvidence = TargetGroupContext & {
  readonly subject: 'target-group';
  readonly at: string;
  readonly symptoms: readonly Symptom[];
  readonly facts: { readonly [K in keyof TargetGroupFacts]: Fact<TargetGroupFacts[K]> };
};

/** All facts about one endpoint at one time. */
export type EndpointEvidence = EndpointContext & {
  readonly subject: 'endpoint';
  /** ISO 8601. */
  readonly at: string;
  /**
   * Why it could not be judged (its address unread, nothing dialled and the word not said, silence that proves nothing);
   * null when it could.
   */
  readonly unjudged: string | null;
  readonly facts: { readonly [K in keyof EndpointFacts]: Fact<EndpointFacts[K]> };
};

/** All facts about one subject at one time. */
export type Evidence = EndpointEvidence | LoadBalancerEvidence | TargetGroupEvidence;

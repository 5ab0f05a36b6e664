import type { Symptom } from './diagnosis.ts';
import type { Endpoint, VantagePoint } from './endpoint.ts';
import type { Fact } from './fact.ts';
import type { PathJudgement } from './flow.ts';
import type {
  Instance,
  LoadBalancer,
  NetworkAcl,
  NetworkInterface,
  SecurityGroup,
  SecurityGroupRule,
  Subnet,
  TargetGroup,
} from './inventory.ts';
import type { StaleSecurityGroup } from './network.ts';
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
  /** The instance behind the address that is dialled; null where it is no instance's that was read. */
  readonly targetInstance: Instance | null;
  /** The interface that holds the address; null where none does. Unknown where it lies in no subnet that was read. */
  readonly addressHolder: NetworkInterface | null;
};

/** What is always known of an endpoint, since the endpoint came from it. */
export type EndpointContext = {
  readonly endpoint: Endpoint;
  readonly loadBalancer: LoadBalancer;
  readonly targetGroup: TargetGroup;
  /** What is not as it should be, the gravest first; empty: it is as it should be. Zones may differ, hence several. */
  readonly symptoms: readonly Symptom[];
  /** The load balancer's own places, one per zone. */
  readonly vantagePoints: readonly VantagePoint[];
  /** Every port that load balancers dial at the inventory's targets, ascending: two fixes of one line must not collide. */
  readonly dialledPorts: readonly number[];
};

/** All facts about one endpoint at one time. */
export type EndpointEvidence = EndpointContext & {
  /** ISO 8601. */
  readonly at: string;
  /** Why it could not be judged (its address unread, nothing dialled and the word not said, silence that proves nothing); null when it could. */
  readonly unjudged: string | null;
  readonly facts: { readonly [K in keyof EndpointFacts]: Fact<EndpointFacts[K]> };
};

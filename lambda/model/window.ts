/** A load balancer that is looked at more closely since a deploy or a change of configuration. Times are ISO 8601. */
export type FollowWindow = {
  /** Its ARN. */
  readonly loadBalancer: string;
  /** When the first of the events that are followed happened, its id, and what it says. */
  readonly openedAt: string;
  readonly eventId: string;
  readonly because: string;
  /** When the last of them happened. */
  readonly lastEventAt: string;
  /** Seconds that the slowest target group takes to call a target healthy: interval × healthy threshold. */
  readonly leastSeconds: number;
};

/** What one check saw of a load balancer, as far as following it needs it. */
export type Picture = {
  /** ISO 8601: when it was checked. */
  readonly at: string;
  /** Endpoints of which the load balancer has not said its last word (`initial`, `draining`), or whose word is not known. */
  readonly unsettled: number;
  /** The state of every endpoint in one text: equal while nothing changes. */
  readonly state: string;
};

/** The window in which a load balancer is followed after deploys and changes of its configuration. Times are ISO 8601. */
export type FollowWindow = {
  /** When the first of its events happened. */
  readonly openedAt: string;
  /** When the latest of them happened, what it was, and its id. */
  readonly latestAt: string;
  readonly reason: string;
  readonly eventId: string;
  /** The steps of deploys that its events began or ended, by what they are known by: whether, and when last. */
  readonly steps: Readonly<Record<string, { readonly at: string; readonly ended: boolean }>>;
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

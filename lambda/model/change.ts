/** A recorded change: a call of CloudTrail's, or a deploy. Small and plain, so that it can be kept in a table. */
export type Change = {
  /** CloudTrail's event id, or EventBridge's for a deploy: the same each time that the event is delivered. */
  readonly eventId: string;
  /** The call's name (`RevokeSecurityGroupIngress`), or the deploy in words. */
  readonly event: string;
  /** The principal, short enough to read: a user's name, `role/session`, a service. */
  readonly who: string;
  /** ISO 8601: when AWS carried it out. */
  readonly when: string;
  /** Ids and ARNs that it touched, sorted, each once. */
  readonly resources: readonly string[];
  /** One sentence without a full stop. */
  readonly summary: string;
};

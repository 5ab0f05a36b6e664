/** A finding as remembered: enough to say since when it stands. */
export type RememberedFinding = { readonly code: string; readonly resource: string; readonly since: string };

/** A fault that was told of: `culprit` is equal for all subjects that are ill by the same one. */
export type ToldFault = { readonly code: string; readonly culprit: string; readonly since: string };

/** What was last seen of one subject. Times are ISO 8601. */
export type RememberedSubject = {
  /** When it was looked at. */
  readonly seenAt: string;
  /** The outcome of its symptom; null where it was well, or not known to be ill. */
  readonly symptom: string | null;
  /** Since when it shows that symptom; null without one. */
  readonly since: string | null;
  /** When it was last seen well; null where it never was. */
  readonly lastWell: string | null;
  readonly findings: readonly RememberedFinding[];
  /** The fault that was last told of, until it is seen to be gone; null or absent where there is none. */
  readonly told?: ToldFault | null;
};

/**
 * What a check remembers of those before it, by subject: an endpoint's id, the ARN of a load balancer or target group.
 * Small and plain, so that it can be kept in a table between runs.
 */
export type Memory = { readonly subjects: Readonly<Record<string, RememberedSubject>> };

/** What is remembered of one load balancer or watched path, as a check at `seenAt` (ISO 8601) left it. */
export type MemoryPart = Memory & { readonly seenAt: string };

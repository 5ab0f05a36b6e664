/** How grave a thing that is shown is; the words beside it say it too. */
export type ShownTone = 'bad' | 'unsure' | 'good' | 'plain';

/** One thing that was looked at (load balancer, zone, target group), and its state in words. */
export type ShownState = {
  readonly state: string;
  readonly tone: ShownTone;
  readonly name: string;
  readonly detail: string;
};

/**
 * One station of a drawn path. `STOP`: here it breaks; `?`: cannot be told; `end`: where the path begins or ends, and nothing
 * is judged.
 */
export type ShownStation = {
  readonly mark: 'ok' | 'STOP' | '?' | 'end';
  /** What stands there: `network ACL, inwards`. */
  readonly what: string;
  /** Which, and which line of it. */
  readonly place: string;
  readonly why: string;
};

/** One path from a load balancer to what it should reach, and the answer's way back, in the packet's order. */
export type ShownPath = {
  readonly there: readonly ShownStation[];
  readonly back: readonly ShownStation[];
};

/** A finding in force, or a failure without one, in words. A `command` is there to be copied. */
export type ShownFinding = {
  readonly title: string;
  /** How sure it is; null where that is not the question. */
  readonly tag: string | null;
  readonly code: string | null;
  readonly tone: ShownTone;
  readonly rows: readonly {
    readonly label: string;
    readonly pieces: readonly { readonly kind: 'text' | 'command'; readonly text: string }[];
  }[];
  /** Null where no path was judged. */
  readonly path: ShownPath | null;
};

/** What is kept of a check to be shown of one load balancer: small, and bounded whatever the report holds. */
export type Shown = {
  readonly arn: string;
  readonly loadBalancer: ShownState;
  readonly zones: readonly ShownState[];
  readonly targetGroups: readonly ShownState[];
  /** What leads, the gravest first. */
  readonly findings: readonly ShownFinding[];
  /** Sentences on what is not shown, and on what could not be judged. */
  readonly notes: readonly string[];
};

/** What is shown of a load balancer, and when it was so (ISO 8601). */
export type KeptShown = { readonly at: string; readonly shown: Shown };

/** What a line is about, in the order in which lines are told. */
export const groundParts = [
  'identity',
  'permissions',
  'configuration',
  'subnets',
  'concurrency',
  'trail',
  'deployment',
  'probers',
  'heartbeat',
  'messages',
] as const;

/** One of them. */
export type GroundPart = (typeof groundParts)[number];

/**
 * How it is: `missing`: something does not work without it; `warning`: it works, and may not for long, or not in full;
 * `unknown`: it could not be looked at.
 */
export type GroundState = 'ok' | 'warning' | 'missing' | 'unknown';

/** One thing that the doctor looked at on its own ground. */
export type GroundLine = {
  readonly part: GroundPart;
  readonly state: GroundState;
  /** What was looked at: `ec2:DescribeSubnets`, a subnet's id, a function's name. */
  readonly subject: string;
  readonly says: string;
  /** What to do, as a sentence; null where nothing is to be done. */
  readonly todo: string | null;
  /** A command that does it, where there is one. */
  readonly command: string | null;
};

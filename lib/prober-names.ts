import { createHash } from 'node:crypto';

/** How the probers of a deployment are called. */
export type ProberNames = {
  /** The name of the one in the place of this key. */
  readonly of: (key: string) => string;
  /**
   * Means all of them in a policy, and nothing else: the ARNs of 150 would not fit the 10,240 characters that the policies
   * of a role may have together (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html).
   */
  readonly pattern: string;
};

/** Names are known beforehand, so that policies and settings can name functions that are not made yet. */
export function proberNames(deployment: string): ProberNames {
  const prefix = `${deployment}-prober-`;
  return {
    of: (key) => `${prefix}${createHash('sha256').update(key).digest('hex').slice(0, MARK_CHARACTERS)}`,
    pattern: `${prefix}${'?'.repeat(MARK_CHARACTERS)}`,
  };
}

const MARK_CHARACTERS = 8;

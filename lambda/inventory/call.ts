import type { AwsClients } from './aws-clients.ts';

/** One page of an answer; `next` is the token of the page after it. */
export type Page<Raw> = { readonly items: readonly Raw[]; readonly next: string | undefined };

/**
 * One AWS call: how it is asked for a page, and how the SDK's shape becomes our noun. `page` and `noun` throw what
 * the SDK throws, or a malformed answer.
 */
export type Call<Raw, Noun> = {
  /** The IAM action, which is also the name under which calls are counted: `ec2:DescribeSubnets`. */
  readonly action: string;
  /** How many values (ids, names, ARNs) one call may name. */
  readonly batch: number;
  readonly page: (clients: AwsClients, values: string[], token: string | undefined) => Promise<Page<Raw>>;
  readonly noun: (raw: Raw) => Noun;
};

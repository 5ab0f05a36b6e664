import type { TreeObject } from './codecs/tree.ts';

/**
 * What an error carries beside its code and message. `exception` is its name in the JSON protocols, where that differs;
 * `members` are what else stands in it there.
 */
export type AwsErrorDetails = {
  readonly status?: number;
  readonly exception?: string;
  readonly members?: TreeObject;
};

/** An error that a service answers with. `code` is the query protocols' code; `exception` the JSON protocols' type. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly exception: string;
  readonly members: TreeObject;

  constructor(code: string, message: string, details: AwsErrorDetails = {}) {
    super(message);
    this.name = code;
    this.code = code;
    this.status = details.status ?? 400;
    this.members = details.members ?? {};
    this.exception = details.exception ?? (code.endsWith('Exception') ? code : `${code}Exception`);
  }
}

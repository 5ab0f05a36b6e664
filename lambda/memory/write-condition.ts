import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** What must hold of a row for a write to happen. `#pk`, `#expiresAt` and `:now` are always given, and need not be. */
export type WriteCondition = {
  readonly expression: string;
  readonly names?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, AttributeValue>>;
};

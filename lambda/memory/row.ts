import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** A row as it goes over the wire. */
export type Row = Readonly<Record<string, AttributeValue>>;

/** What names a row: its partition and its place there. */
export type RowKey = { readonly partition: string; readonly sort: string };

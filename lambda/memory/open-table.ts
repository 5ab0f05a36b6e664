import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { Table } from './table.ts';

/** As for the other services: throttled calls are sent again, and then all calls go slower. */
const RETRIES = { retryMode: 'adaptive', maxAttempts: 4 } as const;

/** Rows are small: what takes longer than seconds is lost, and a run must not wait for its memory. */
const HURRY = { connectionTimeout: 2_000, requestTimeout: 5_000, throwOnRequestTimeout: true };

/** The table of this name in the account and Region of the standard environment, `AWS_ENDPOINT_URL` included. Dials nothing yet. */
export function openTable(name: string): Table {
  return { client: new DynamoDBClient({ ...RETRIES, requestHandler: HURRY }), name, now: () => new Date() };
}

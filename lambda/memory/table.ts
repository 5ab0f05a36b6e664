import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';

/** The table that is kept between runs, and the clock by which its rows expire. */
export type Table = {
  readonly client: Pick<DynamoDBClient, 'send'>;
  readonly name: string;
  readonly now: () => Date;
};

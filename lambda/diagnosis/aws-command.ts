import { regionOf } from './region-of.ts';

/** A complete command of the AWS CLI for the account and Region of an ARN. `words` are complete, quotes included. */
export function awsCommand(arn: string, ...words: readonly string[]): string {
  return ['aws', ...words, '--region', regionOf(arn)].join(' ');
}

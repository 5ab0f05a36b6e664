import { regionOf } from './region-of.ts';

/**
 * A complete command of the AWS CLI for the account and, where that tells one, the Region of an ARN. `words` are complete,
 * quotes included.
 */
export function awsCommand(arn: string, ...words: readonly string[]): string {
  const region = regionOf(arn);
  return ['aws', ...words, ...(region === '' ? [] : ['--region', region])].join(' ');
}

import { AwsError } from '../aws-error.ts';

/** A parameter's value that the API does not take, in the words of its validation. */
export function invalid(member: string, value: string, constraint: string): AwsError {
  const what = `1 validation error detected: Value '${value}' at '${member}' failed to satisfy constraint: ${constraint}`;
  return new AwsError('ValidationError', what);
}

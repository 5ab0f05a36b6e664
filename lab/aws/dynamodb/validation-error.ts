import { AwsError } from '../aws-error.ts';

/** DynamoDB's answer to a request that is wrong in itself. */
export function validationError(message: string): AwsError {
  return new AwsError('ValidationException', message);
}

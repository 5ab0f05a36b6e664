import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** The name of the function that is meant: it is named by its name or its ARN, whole or in part, with or without a qualifier. */
export function functionName(input: Input): string {
  const given = textOf(input, 'FunctionName') ?? '';
  const name = /^(?:(?:arn:aws:lambda:[a-z0-9-]+:)?\d{12}:function:)?([\w-]{1,64})(?::[\w$-]+)?$/.exec(given)?.[1];
  if (name !== undefined) return name;
  throw new AwsError(
    'ValidationException',
    `1 validation error detected: Value '${given}' at 'functionName' is not valid`,
  );
}

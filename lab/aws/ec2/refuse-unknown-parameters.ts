import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';

const COMMON = ['Action', 'Version', 'DryRun'];

/** Throws for a parameter that is none of these: what the endpoint would not heed is not silently passed over. */
export function refuseUnknownParameters(input: Input, parameters: readonly string[]): void {
  const unknown = Object.keys(input).find((name) => !COMMON.includes(name) && !parameters.includes(name));
  if (unknown === undefined) return;
  throw new AwsError('UnknownParameter', `The parameter ${unknown} is not recognized`);
}

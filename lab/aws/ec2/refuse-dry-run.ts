import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { textOf } from '../codecs/text-of.ts';

/** Throws what EC2 answers where a request only asks whether the caller may. */
export function refuseDryRun(input: Input): void {
  if (textOf(input, 'DryRun') !== 'true') return;
  throw new AwsError('DryRunOperation', 'Request would have succeeded, but DryRun flag is set.', { status: 412 });
}

import { Reference, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** What the app builds and `text` is an attribute of, as its id or ARN; null where it is of nothing, or not of one thing alone. */
export function builtResource(text: string): IConstruct | null {
  const reference = Tokenization.reverse(text, { failConcat: false });
  return Reference.isReference(reference) ? reference.target : null;
}

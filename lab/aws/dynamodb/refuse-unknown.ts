import type { Input } from '../codecs/input.ts';

/**
 * Refuses parameters that the lab does not carry out, legacy ones among them. A plain error, so that the answer is a
 * failure of the lab and not of the caller: passing over them would be an answer to another question.
 */
export function refuseUnknown(input: Input, known: readonly string[]): void {
  const strange = Object.keys(input).filter((name) => !known.includes(name));
  if (strange.length > 0) throw new Error(`the lab's DynamoDB does not know the parameters ${strange.join(', ')}`);
}

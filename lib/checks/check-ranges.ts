import { Token } from 'aws-cdk-lib';
import { checkTexts } from './check-texts.ts';
import { isTooMuch } from './is-too-much.ts';
import { repeatedRange } from './repeated-range.ts';
import { whyNoRange } from './why-no-range.ts';
import { wrongProperty } from './wrong-property.ts';

/** Throws where one of the ranges of a VPC, or of what probers dial, may not stand, or all together may not. Tokens pass. */
export function checkRanges(property: string, ranges: readonly string[]): void {
  checkTexts(property, ranges, 'ranges of addresses, as in 10.0.0.0/16');
  for (const range of ranges) {
    const allowed = Token.isUnresolved(range) ? null : whyNoRange(range);
    if (allowed !== null) throw wrongProperty(property, range, allowed);
  }
  const twice = repeatedRange(ranges);
  if (twice !== undefined) throw wrongProperty(property, twice, 'each range once');
  if (isTooMuch(ranges)) throw wrongProperty(property, ranges, 'together at most a sixteenth of all IPv4 addresses');
}

import { isPlaceholder } from './is-placeholder.ts';
import { rangeKey } from './range-key.ts';

/**
 * The first range that stands twice among these. Our own group would have one rule twice, which CloudFormation makes of it in silence,
 * and takes away once the second is named no more
 * (https://github.com/aws-cloudformation/cloudformation-coverage-roadmap/issues/1534).
 */
export function repeatedRange(ranges: readonly string[]): string | undefined {
  const keys = ranges.map(rangeKey);
  return ranges.find((range, index) => keys.indexOf(keys[index] ?? '') < index && !isPlaceholder(range));
}

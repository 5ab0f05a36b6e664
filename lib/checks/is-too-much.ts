import { isPlaceholder } from './is-placeholder.ts';
import { isRange } from './is-range.ts';

/**
 * Whether ranges that may each stand for themselves are together more than a sixteenth of all IPv4 addresses: who writes the
 * internet in pieces means the internet. All private ranges together are a fifteenth of that.
 */
export function isTooMuch(ranges: readonly string[]): boolean {
  const sizes = [...new Set(ranges)].map((range) => {
    if (!isRange(range) || range.includes(':') || isPlaceholder(range)) return 0;
    return 2 ** (32 - Number(range.split('/')[1]));
  });
  return sizes.reduce((sum, size) => sum + size, 0) > 2 ** 28;
}

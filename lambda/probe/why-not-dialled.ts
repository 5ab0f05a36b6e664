import type { Endpoint } from '../model/endpoint.ts';
import { type DialableRanges, whyNotDialable } from './dialable.ts';

/**
 * Why an endpoint is not even handed to a prober, as a sentence: no address is known, a special one, or one outside what probers
 * may dial (null: not known, they say it themselves). A prober refuses all that it is handed for one such. Null: it may be.
 */
export function whyNotDialled(
  { address, addressUnknown, port }: Endpoint,
  ranges: DialableRanges | null,
): string | null {
  if (address === null) return addressUnknown ?? 'its address is not known';
  return whyNotDialable(address, port, ranges);
}

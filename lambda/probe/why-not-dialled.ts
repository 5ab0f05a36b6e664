import type { Endpoint } from '../model/endpoint.ts';
import { whyNotDialable } from './dialable.ts';

/** Why an endpoint is not even handed to a prober, as a sentence: no address is known, or a special one. Null: it may be. */
export function whyNotDialled({ address, addressUnknown, port }: Endpoint): string | null {
  if (address === null) return addressUnknown ?? 'its address is not known';
  return whyNotDialable(address, port, null);
}

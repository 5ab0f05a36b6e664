import type { Cidr } from '../model/address.ts';
import type { Inventory } from '../model/inventory.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';

/** What rules are asked: TCP to `port`, between `at`, which wears the groups, and `peer`, of which `piece` is judged. */
export type Asked = {
  readonly inventory: Inventory;
  readonly direction: 'ingress' | 'egress';
  readonly at: Located;
  readonly peer: Located;
  readonly piece: Cidr;
  readonly port: number;
  /** What lies between the two; null where that is not known. */
  readonly link: Link | null;
};

/**
 * Whether a rule speaks of a peer; where that is not known, the `reason` as a clause. `ignored`: it names the peer's
 * group, but the reference does not count on this way, and why.
 */
export type PeerMatch = 'yes' | 'no' | { readonly reason: string } | { readonly ignored: string };

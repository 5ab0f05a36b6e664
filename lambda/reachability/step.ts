import type { Fact } from '../model/fact.ts';
import type { Hop, PortRange } from '../model/flow.ts';
import type { Link } from './link.ts';
import type { Located } from './locate.ts';

/** Packets under way: from a station to the address of another, to these ports. `answer`: they answer a connection. */
export type Trip = {
  readonly from: Located;
  readonly to: Located;
  readonly ports: PortRange;
  readonly answer: boolean;
};

/**
 * Where packets come to: into a VPC (`subnetId` is that from which its router delivers them; null: from beyond), out into
 * the internet, to a NAT gateway that sends them on under its own address, or nowhere that can be told. `seen` is false
 * where lost packets may have another sender's address by then.
 */
export type End =
  | { readonly kind: 'vpc'; readonly vpc: Fact<string>; readonly subnetId: string | null }
  | { readonly kind: 'internet' }
  | { readonly kind: 'nat'; readonly id: string; readonly station: Located }
  | { readonly kind: 'lost'; readonly seen: boolean };

/** What a gateway does with packets. `on`: they go on from this subnet, by its own table. */
export type Step = {
  readonly hops: readonly Hop[];
  readonly next: End | { readonly kind: 'on'; readonly place: Located };
  readonly link?: Link;
  readonly assumptions?: readonly string[];
};

import type { Target } from './inventory.ts';

/** Why an address and port is dialled. A health check on the traffic port is the same endpoint as the traffic. */
export type Purpose = 'traffic' | 'health-check' | 'sibling' | 'listener';

/** Whose identity a connection carries. */
export type Identity = 'load-balancer' | 'own' | 'client' | 'edge' | 'local';

/** Where a connection starts: subnet, security groups, and whose identity. */
export type VantagePoint = {
  /** Stable and readable: `shop-web@eu-west-1a`. */
  readonly id: string;
  readonly identity: Identity;
  readonly loadBalancer: string | null;
  readonly subnetId: string | null;
  readonly zone: string | null;
  readonly securityGroups: readonly string[];
  /** The load balancer's node addresses in this subnet, where its interfaces could be read; otherwise empty. */
  readonly addresses: readonly string[];
};

/** What we dial, or hear of. */
export type Endpoint = {
  /** Stable: target group ARN, target, port and purpose. */
  readonly id: string;
  readonly loadBalancer: string | null;
  readonly targetGroup: string | null;
  readonly watch: string | null;
  readonly target: Target;
  /** A literal address; null where the inventory does not tell, with the reason in `addressUnknown`. */
  readonly address: string | null;
  readonly addressUnknown: string | null;
  /** Where it is never dialled, as it is a registered load balancer: what is known of it is the word of the one before it. */
  readonly dialled?: false;
  readonly port: number;
  readonly protocol: 'tcp';
  readonly purpose: Purpose;
  /** The vantage points that should reach it (`VantagePoint.id`). */
  readonly vantagePoints: readonly string[];
};

import type { LoadBalancer, TargetGroup } from '../../model/inventory.ts';

/** Whether targets of a group see the client's own address, and what was taken for granted to say so; null: nothing. */
export type Preserves = { readonly preserves: boolean; readonly assumption: string | null };

const KEY = 'preserve_client_ip.enabled';

/**
 * Only Network Load Balancers preserve the client's address: as the attribute says; without it always for targets of
 * type `alb` and over UDP or QUIC, by default for instances, and not for addresses over TCP and TLS (AWS, *Edit target
 * group attributes for your Network Load Balancer*, client IP preservation).
 */
export function preservesClient(loadBalancer: LoadBalancer, group: TargetGroup): Preserves {
  if (loadBalancer.type !== 'network') return { preserves: false, assumption: null };
  const { targetType, protocol, attributes, name } = group;
  if (targetType === 'alb' || LOCKED.includes(protocol ?? '')) return { preserves: true, assumption: null };
  const said = attributes.known ? attributes.value[KEY] : undefined;
  if (said !== undefined) return { preserves: said === 'true', assumption: null };
  const preserves = targetType === 'instance';
  const usual = preserves ? 'the default for instances' : 'the default for addresses over TCP and TLS';
  const assumption = `Target group ${name} ${preserves ? 'preserves' : 'does not preserve'} client addresses: ${KEY} is not known, and this is ${usual}.`;
  return { preserves, assumption };
}

/** Protocols with which it is on and cannot be turned off. */
const LOCKED = ['UDP', 'TCP_UDP', 'QUIC', 'TCP_QUIC'];

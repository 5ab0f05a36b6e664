import type { TargetGroup } from './inventory.ts';

/** Protocols of target groups whose targets accept TCP connections. */
const OVER_TCP = ['HTTP', 'HTTPS', 'TCP', 'TLS', 'TCP_UDP', 'TCP_QUIC'];

/** Whether the targets of a group are dialled over TCP. Functions, and groups of UDP, QUIC or GENEVE only, are not. */
export function speaksTcp({ targetType, protocol }: Pick<TargetGroup, 'targetType' | 'protocol'>): boolean {
  return targetType !== 'lambda' && protocol !== null && OVER_TCP.includes(protocol);
}

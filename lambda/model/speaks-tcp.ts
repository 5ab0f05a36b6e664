import type { TargetGroup } from './inventory.ts';
import { overTcp } from './over-tcp.ts';

/** Whether the targets of a group take TCP connections. Functions, and groups of UDP, QUIC or GENEVE only, do not. */
export function speaksTcp({ targetType, protocol }: Pick<TargetGroup, 'targetType' | 'protocol'>): boolean {
  return targetType !== 'lambda' && protocol !== null && overTcp.includes(protocol);
}

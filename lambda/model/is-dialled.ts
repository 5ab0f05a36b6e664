import type { TargetGroup } from './inventory.ts';
import { speaksTcp } from './speaks-tcp.ts';

/**
 * Whether the targets of a group are dialled: those that take TCP connections, save Application Load Balancers. These are
 * no hosts but load balancers, whose nodes come and go: of them the load balancer's own word alone is told.
 */
export function isDialled(group: Pick<TargetGroup, 'targetType' | 'protocol'>): boolean {
  return speaksTcp(group) && group.targetType !== 'alb';
}

import { fileURLToPath } from 'node:url';
import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import type { CheckedMessage } from '../processes/messages.ts';
import { type Child, startChild } from './child.ts';
import type { HealthBoard } from './health-board.ts';
import { isNode } from './is-node.ts';

/** Starts what stands behind an interface: a host, or a load balancer's node whose checks go to the board. */
export function startProcess(one: NetworkInterface, enter: readonly string[], board: HealthBoard): Promise<Child> {
  const script = fileURLToPath(new URL(isNode(one) ? '../processes/node.ts' : '../processes/host.ts', import.meta.url));
  const heard = (message: unknown) => board.record(one.id, message as CheckedMessage);
  return startChild([...enter, process.execPath, script], { heard });
}

import type { NetworkInterface } from '../../lambda/model/inventory.ts';
import { entryFile } from '../entry-file.ts';
import type { CheckedMessage } from '../processes/messages.ts';
import { type Child, startChild } from './child.ts';
import type { HealthBoard } from './health-board.ts';
import { isNode } from './is-node.ts';

/** Starts what stands behind an interface: a host, or a load balancer's node whose checks are told. */
export function startProcess(
  one: NetworkInterface,
  enter: readonly string[],
  checked: HealthBoard['record'],
): Promise<Child> {
  const script = entryFile(isNode(one) ? 'node' : 'host');
  const heard = (message: unknown) => checked(one.id, message as CheckedMessage);
  return startChild([...enter, process.execPath, script], { heard });
}

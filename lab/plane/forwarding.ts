import type { NetworkInterface, TargetHealth } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import { isNetworkNode } from './is-network-node.ts';
import type { Namespace } from './namespace.ts';
import { nodeRules } from './node-rules.ts';

/** Keeps what Network Load Balancers' nodes forward in step with the world and with what their checks find. */
export type Forwarding = {
  /** Looks at both again. Rejects when the kernel does not take what a node shall do. */
  readonly follow: () => Promise<void>;
  /** Waits for what is under way; from then on nothing is followed. */
  readonly close: () => Promise<void>;
};

/** `namespaceOf` gives a node's namespace by its interface id; undefined: it has none. */
export function forwarding(
  world: () => World,
  health: () => Readonly<Record<string, readonly TargetHealth[]>>,
  namespaceOf: (interfaceId: string) => Namespace | undefined,
): Forwarding {
  const scripts = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<void> | null = null;
  let closed = false;

  return {
    follow: () => {
      next ??= afterwards();
      return next;
    },
    close: async () => {
      closed = true;
      await last.catch(() => {});
    },
  };

  /** One after the other, lest an older script overtake a newer one; who asks before it has begun is served by the same. */
  function afterwards(): Promise<void> {
    const own = last
      .catch(() => {})
      .then(async () => {
        next = null;
        if (!closed) await Promise.all(nodes().map(keep));
      });
    last = own;
    return own;
  }

  function nodes(): readonly NetworkInterface[] {
    return world().networkInterfaces.filter(isNetworkNode);
  }

  async function keep(node: NetworkInterface): Promise<void> {
    const script = nodeRules(world(), node, health());
    if (scripts.get(node.id) === script) return;
    await namespaceOf(node.id)?.run(['nft', '-f', '-'], script);
    scripts.set(node.id, script);
  }
}

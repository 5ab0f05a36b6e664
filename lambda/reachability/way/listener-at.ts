import type { Inventory, Listener, LoadBalancer } from '../../model/inventory.ts';
import { overTcp } from '../../model/over-tcp.ts';
import type { WayHop } from '../../model/way.ts';
import { whyUnknown } from '../../model/why-unknown.ts';

/**
 * The listener that takes TCP connections on a port of a load balancer; null with the reason where there is none, or
 * where that is not known.
 */
export function listenerAt(
  { listeners }: Inventory,
  { arn, name, type }: LoadBalancer,
  port: number,
): { readonly hop: WayHop; readonly listener: Listener | null } {
  const hop = (decision: WayHop['decision'], why: string): WayHop => ({
    kind: 'listener',
    resource: arn,
    decision,
    why,
  });
  const fact = listeners[arn];
  if (type === 'gateway')
    return { hop: hop('unknown', `${name} is a Gateway Load Balancer, which is not judged`), listener: null };
  if (fact === undefined) return { hop: hop('unknown', `the listeners of ${name} were not asked for`), listener: null };
  if (!fact.known) return { hop: hop('unknown', whyUnknown(`the listeners of ${name}`, fact)), listener: null };
  const listener = fact.value.find((one) => one.port === port && overTcp.includes(one.protocol));
  if (listener === undefined) return { hop: hop('deny', notServed(name, type, port, fact.value)), listener: null };
  const line = `${listener.protocol}:${port}`;
  return { hop: { ...hop('allow', `listener ${line} of ${name} serves the port`), line }, listener };
}

/** AWS does not say what happens on such a port. That an NLB is silent and an ALB refuses is what people report. */
function notServed(name: string, type: LoadBalancer['type'], port: number, listeners: readonly Listener[]): string {
  const behaves = type === 'network' ? 'is silent' : 'refuses';
  const ports = listeners.map((one) => `${one.protocol}:${one.port}`);
  const has = ports.length === 0 ? 'it has none' : `it has ${ports.join(', ')}`;
  return `no listener of ${name} serves tcp ${port} (${has}); a load balancer of this kind ${behaves} there, by all that is known`;
}

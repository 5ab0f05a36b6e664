import type { LoadBalancerContext } from '../model/evidence.ts';
import type { Listener, Redirect, Rule } from '../model/inventory.ts';
import { type ActionPlace, actionPlaces } from './action-places.ts';

/** A port on which nothing listens, and what sends clients there. */
export type MissingListener = {
  readonly port: number;
  /** The redirects to it; empty where it was only declared. */
  readonly redirects: readonly { readonly place: ActionPlace; readonly protocol: string }[];
  readonly declared: boolean;
};

/** The ports of a load balancer that were declared, or that it redirects its own clients to, and that it does not listen on. */
export function missingListeners(
  { listeners, rules }: { readonly listeners: readonly Listener[]; readonly rules: readonly Rule[] },
  { loadBalancer, declared }: LoadBalancerContext,
): readonly MissingListener[] {
  const served = new Set(listeners.map(({ port }) => port));
  const redirects = actionPlaces(listeners, rules).flatMap((place) =>
    place.actions.flatMap(({ redirect }) =>
      redirect !== undefined && staysHere(redirect, loadBalancer.dnsName)
        ? [{ place, ...leadsTo(redirect, place) }]
        : [],
    ),
  );
  const wanted = [...(declared?.ports ?? []), ...redirects.map(({ port }) => port)];
  return [...new Set(wanted)]
    .filter((port) => port > 0 && !served.has(port))
    .map((port) => ({
      port,
      redirects: redirects.filter((one) => one.port === port),
      declared: declared?.ports.includes(port) ?? false,
    }));
}

/** A redirect to another name may lead anywhere. */
function staysHere({ host }: Redirect, dnsName: string): boolean {
  return host === '#{host}' || host.toLowerCase() === dnsName.toLowerCase();
}

function leadsTo({ protocol, port }: Redirect, { listener }: ActionPlace): { port: number; protocol: string } {
  return {
    port: port === '#{port}' ? listener.port : Number(port) || 0,
    protocol: protocol === '#{protocol}' ? listener.protocol : protocol,
  };
}

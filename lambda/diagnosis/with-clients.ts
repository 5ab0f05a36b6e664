import type { EndpointContext } from '../model/evidence.ts';
import type { FactName } from './fault.ts';
import { isSilent } from './is-silent.ts';

/** What shows that a network ACL denies clients whose addresses are preserved. Where it denies none, the paths suffice. */
const CLIENTS = [
  ['clients:network-acl', 'paths', 'networkAcls', 'subnets'],
  ['clients:network-acl', 'paths'],
] as const;

/**
 * The `needs` of a fault of the way that shows as silence, by the alternatives `own`, and for clients with addresses of
 * their own in the configuration alone: what an endpoint's symptom asks for decides which of them suffice.
 */
export function withClients<const N extends readonly (readonly FactName<'endpoint'>[])[]>(own: N) {
  return {
    needs: [...own, ...CLIENTS] as readonly [...N, ...typeof CLIENTS],
    needsIn: (context: EndpointContext) => (isSilent(context) ? own : CLIENTS),
  };
}

import type { EndpointContext } from '../model/evidence.ts';

/** An endpoint in a sentence: `i-0abc (10.0.1.5:8080)`, or `10.0.1.5:8080` where the target is the address. */
export function endpointInWords({ endpoint: { target, address, port } }: Pick<EndpointContext, 'endpoint'>): string {
  if (address === null) return `${target.id}, port ${port}`;
  const dialled = `${address.includes(':') ? `[${address}]` : address}:${port}`;
  return target.id === address ? dialled : `${target.id} (${dialled})`;
}

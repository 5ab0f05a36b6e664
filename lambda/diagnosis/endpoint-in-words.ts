import type { EndpointContext } from '../model/evidence.ts';

/** An endpoint in a sentence: `i-0abc (10.0.1.5:8080)`, or `10.0.1.5:8080` where the target is the address. */
export function endpointInWords({ endpoint: { target, address, port } }: Pick<EndpointContext, 'endpoint'>): string {
  const host = address ?? target.id;
  const dialled = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  return target.id === host ? dialled : `${target.id} (${dialled})`;
}

import type { Dial } from './dial.ts';
import { inconclusiveResult } from './inconclusive-result.ts';
import { type ProbeAllOptions, probeAll } from './probe-all.ts';
import { whyNotDialled } from './why-not-dialled.ts';

/**
 * Dials from this machine. What its silence proves depends on where it stands; that is for others to say. There are
 * no ranges fixed at deploy here, and the list may be of any length: the machine is the caller's own.
 */
export function probeLocally(options: ProbeAllOptions = {}): Dial {
  return async (work) => {
    const asked = work.flatMap(({ vantagePoint, endpoints }) =>
      endpoints.map((endpoint) => ({
        vantagePoint,
        endpoint,
        hindrance: whyNotDialled(endpoint, null),
        address: endpoint.address ?? '',
        port: endpoint.port,
      })),
    );
    const dialled = asked.filter(({ hindrance }) => hindrance === null);
    const probed = await probeAll(dialled, { maxEndpoints: dialled.length, ...options });
    const seen = new Map(probed.map(({ request, probe }) => [request, probe]));
    return asked.map((request) => {
      const { vantagePoint, endpoint, hindrance } = request;
      const probe = seen.get(request);
      if (probe !== undefined) {
        return { endpoint: endpoint.id, vantagePoint: vantagePoint.id, zone: vantagePoint.zone, ...probe };
      }
      const detail = hindrance ?? 'not dialled';
      return inconclusiveResult(vantagePoint, endpoint, { errno: null, detail }, new Date().toISOString());
    });
  };
}

import type { WayJudgement } from '../../model/way.ts';

/**
 * A judged way as JSON in the contract's shape: of several places, the worst is shown in full. `forward` ends at the
 * listener where the address is a load balancer's node; `through` goes on from there. `readAt` is the inventory's time of
 * reading, ISO 8601. Ends with a newline.
 */
export function pathJson({ from, to, protocol, verdict, worst, ways }: WayJudgement, readAt: string): string {
  const { path, through, blockers, assumptions, zone } = worst;
  const written = {
    schemaVersion: 1,
    from,
    to,
    protocol,
    verdict,
    forward: [...path.forward, ...(through === null ? [] : [through.hop])],
    return: path.return,
    blockers,
    sourcePorts: path.flow.sourcePorts,
    worstZone: ways.length > 1 ? zone : null,
    places: ways.map((way) => ({ from: way.from, zone: way.zone, verdict: way.verdict })),
    through,
    assumptions,
    configurationReadAt: readAt,
  };
  return `${JSON.stringify(written, null, 2)}\n`;
}

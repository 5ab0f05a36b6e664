import { listed } from '../../diagnosis/listed.ts';
import type { VantagePoint } from '../../model/endpoint.ts';
import type { Omitted, Report } from '../../model/report.ts';
import { counted } from './counted.ts';
import { moment } from './moment.ts';

/** What the judgement rests on: from where it was dialled, what silence from there is worth, how old the configuration is. */
export function basis(report: Report): readonly string[] {
  return [
    ...dialled(report.vantagePoints),
    `Configuration read at ${moment(report.configurationReadAt)}.`,
    ...(report.truncated === undefined ? [] : [shortened(report)]),
  ];
}

function shortened({ omitted }: Report): string {
  const left = omitted === undefined ? [] : leftOut(omitted);
  const what = left.length === 0 ? '' : `, without ${listed(left)}`;
  return `Shortened to what fits a function's answer (6 MB)${what}: all there is on a load balancer or a watched path is told by \`origin-doctor check NAME --from vpc\`.`;
}

function leftOut({ findings, targetGroups, endpoints, unread }: Omitted): readonly string[] {
  const counts: readonly (readonly [number, string, string])[] = [
    [findings, 'finding', ''],
    [targetGroups, 'target group', ''],
    [endpoints, 'endpoint', ''],
    [unread, 'thing', ' that could not be read'],
  ];
  return counts.flatMap(([count, noun, which]) => (count === 0 ? [] : [`${counted(count, noun)}${which}`]));
}

function dialled(places: readonly VantagePoint[]): readonly string[] {
  if (places.length === 0) {
    return ["Nothing was dialled: judged on configuration and the load balancer's own word alone."];
  }
  const own = places.filter(({ identity }) => identity !== 'local').map(({ id }) => id);
  return [
    ...(own.length === 0 ? [] : [`Dialled from ${listed(own)}.`]),
    ...places.filter(({ identity }) => identity === 'local').map(fromHere),
  ];
}

function fromHere({ subnetId, zone }: VantagePoint): string {
  if (subnetId !== null)
    return `Dialled from this machine, which stands in ${subnetId}${zone === null ? '' : ` (${zone})`}.`;
  return 'Dialled from this machine, which stands outside every subnet that was read: no answer from here proves nothing about a target.';
}

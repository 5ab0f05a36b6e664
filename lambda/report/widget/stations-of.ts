import { componentInWords } from '../../diagnosis/component-in-words.ts';
import { listed } from '../../diagnosis/listed.ts';
import type { Finding } from '../../model/diagnosis.ts';
import type { Report, ReportedPath } from '../../model/report.ts';
import type { ShownPath, ShownStation } from '../../model/shown.ts';
import type { WayHop } from '../../model/way.ts';
import { namedGroups } from '../named-groups.ts';
import { endpointName } from '../page/endpoint-name.ts';
import { stepsOf } from '../path/steps-of.ts';
import type { LeadingPath } from './leading-path.ts';

/** A path as stations: from the load balancer's node to the target and back. What a `finding` blames is marked, where no hop denies too. */
export function stationsOf({ endpoint, path }: LeadingPath, finding: Finding | null, report: Report): ShownPath {
  const named = namedGroups(report.securityGroups ?? []);
  const there: readonly ShownStation[] = [
    end(endpoint.watch === null ? 'load balancer node' : 'caller', path.vantagePoint),
    ...stepsOf(path.forward, named),
    end('target', endpointName(endpoint)),
  ];
  const back: readonly ShownStation[] = stepsOf(path.return, named);
  if (finding === null || finding.kind !== 'cause') return { there, back };
  if (finding.component === 'prober') return { there: there.map(doubted), back: back.map(doubted) };
  if ([...there, ...back].some(({ mark }) => mark === 'STOP')) return { there, back };
  const at = blamedAt(path, finding, there.length - 1);
  return { there: there.map((station, index) => (index === at ? blamed(station, finding) : station)), back };
}

/** The way to a load balancer or target group that is ill as such: from the clients to it. Null for what is no cause. */
export function stationsBefore(finding: Finding, { loadBalancers, targetGroups }: Report): ShownPath | null {
  if (finding.kind !== 'cause') return null;
  const clients = end('clients', '');
  const loadBalancer = end('load balancer', listed(loadBalancers.map(({ name }) => name)));
  const { resource, line } = finding.culprit;
  if (finding.subject === 'target-group') {
    const name = targetGroups.find(({ arn }) => arn === finding.resource)?.name ?? finding.resource;
    return { there: [clients, loadBalancer, blamed(end('target group', name), finding)], back: [] };
  }
  if (finding.component === 'load-balancer') return { there: [clients, blamed(loadBalancer, finding)], back: [] };
  const place = line === undefined ? resource : `${resource}, line ${line}`;
  const station = blamed(end(componentInWords(finding.component), place), finding);
  return { there: [clients, station, loadBalancer], back: [] };
}

function end(what: string, place: string): ShownStation {
  return { mark: 'end', what, place, why: '' };
}

/** Where our own looking is in doubt, nobody is to blame for what it says. */
function doubted(station: ShownStation): ShownStation {
  return station.mark === 'STOP' ? { ...station, mark: '?' } : station;
}

function blamed(station: ShownStation, { title, certainty }: Finding): ShownStation {
  return { ...station, mark: 'STOP', why: `${title} (${certainty}).` };
}

/** The hop that is the culprit; else the end of the path at which the fault lies. The first station is the node. */
function blamedAt({ forward }: ReportedPath, { component, culprit }: Finding, last: number): number {
  const at = forward.findIndex((hop: WayHop) => [hop.resource, ...(hop.resources ?? [])].includes(culprit.resource));
  if (at >= 0) return at + 1;
  return component.startsWith('target') ? last : 0;
}

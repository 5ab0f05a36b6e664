import type { Finding } from '../model/diagnosis.ts';
import type { Omitted, Report, ReportedEndpoint } from '../model/report.ts';
import { gravestFirst } from './gravest-first.ts';
import { isProvenCause } from './is-proven-cause.ts';
import { jsonBytes } from './json-bytes.ts';
import { saidOnce } from './said-once.ts';
import { sameFinding } from './same-finding.ts';
import { sayingWhatIsLeft } from './saying-what-is-left.ts';

/**
 * A report, each of whose findings is said once, cut so that it fits into so many bytes of JSON. The gravest subjects are kept
 * first, and with an endpoint the finding that leads there. A load balancer or target group of which something is left out says
 * so and counts as not judged. Load balancers, vantage points and the first proven fault, on which the exit status rests, are
 * never cut: some thousand load balancers that are ill as such are longer than the answer of a function.
 */
export function fittingReport(report: Report, mostBytes: number): Report {
  const isGroupKept = among(fitting(gravestFirst.targetGroups(report.targetGroups), mostBytes * SHARES.targetGroups));
  const frame: Report = {
    ...report,
    ...{ truncated: 'subjects', omitted: omittedOf(report, NOTHING_KEPT), findings: [], endpoints: [] },
    targetGroups: report.targetGroups.filter(isGroupKept),
    securityGroups: fitting(report.securityGroups ?? [], mostBytes * SHARES.securityGroups),
    unread: fitting(report.unread, mostBytes * SHARES.unread),
  };
  // The sentences on what is left out are no longer than this share.
  const room = mostBytes * (1 - SHARES.sentences) - jsonBytes(frame);
  const needed = neededFirst(report, frame.targetGroups);
  const fit = fitting(needed, Math.min(room, mostBytes * SHARES.findings));
  const told = fit.length === 0 ? needed.slice(0, 1).filter(isProvenCause) : fit;
  const kept = withWhatLeads(report, told, room);
  const isEndpointKept = among(kept.endpoints);
  const cut = {
    ...frame,
    findings: report.findings.filter(among(kept.findings)),
    endpoints: report.endpoints.filter(isEndpointKept),
  };
  const left = {
    targetGroups: report.targetGroups.filter((one) => !isGroupKept(one)),
    endpoints: report.endpoints.filter((one) => !isEndpointKept(one)),
  };
  const omitted = omittedOf(report, cut);
  // Names of security groups alone may have gone.
  const truncated = Object.values(omitted).some((count) => count > 0) ? 'subjects' : 'paths';
  return saidOnce(sayingWhatIsLeft({ ...cut, truncated, omitted }, left));
}

const SHARES = { findings: 0.3, targetGroups: 0.3, securityGroups: 0.05, unread: 0.05, sentences: 0.08 };

type Countable = { readonly [kind in keyof Omitted]: readonly unknown[] };

const NOTHING_KEPT: Countable = { findings: [], targetGroups: [], endpoints: [], unread: [] };

function omittedOf(whole: Countable, kept: Countable): Omitted {
  return {
    findings: whole.findings.length - kept.findings.length,
    targetGroups: whole.targetGroups.length - kept.targetGroups.length,
    endpoints: whole.endpoints.length - kept.endpoints.length,
    unread: whole.unread.length - kept.unread.length,
  };
}

function among<T>(things: readonly T[]): (thing: T) => boolean {
  const set = new Set(things);
  return (thing) => set.has(thing);
}

/** From the first on, as many as fit. */
function fitting<T>(things: readonly T[], mostBytes: number): readonly T[] {
  let bytes = 0;
  const end = things.findIndex((thing) => {
    bytes += jsonBytes(thing) + 1;
    return bytes > mostBytes;
  });
  return end < 0 ? things : things.slice(0, end);
}

/** A fault before all, since the exit status rests on it; then what leads at those subjects that are kept first. */
function neededFirst(report: Report, targetGroups: Report['targetGroups']): readonly Finding[] {
  const byKey = keyed(report.findings);
  const leading = [
    ...[...report.loadBalancers, ...gravestFirst.targetGroups(targetGroups)].map((one) => one.leading),
    ...gravestFirst.endpoints(report.endpoints).map(({ diagnosis }) => diagnosis.leading),
  ].flatMap((finding) => (finding && byKey.get(sameFinding(finding))) ?? []);
  return [...new Set([...report.findings.filter(isProvenCause).slice(0, 1), ...leading, ...report.findings])];
}

function keyed(findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(findings.map((finding) => [sameFinding(finding), finding]));
}

/** As many endpoints as fit beside these findings, the gravest first, each with what leads there. */
function withWhatLeads(
  report: Report,
  told: readonly Finding[],
  mostBytes: number,
): { readonly findings: readonly Finding[]; readonly endpoints: readonly ReportedEndpoint[] } {
  const byKey = keyed(report.findings);
  const findings = new Set(told);
  const endpoints: ReportedEndpoint[] = [];
  let bytes = told.reduce((sum, finding) => sum + jsonBytes(finding) + 1, 0);
  for (const endpoint of gravestFirst.endpoints(report.endpoints)) {
    const { leading } = endpoint.diagnosis;
    const finding = leading === null ? undefined : byKey.get(sameFinding(leading));
    const isNew = finding !== undefined && !findings.has(finding);
    bytes += jsonBytes(endpoint) + 1 + (isNew ? jsonBytes(finding) + 1 : 0);
    if (bytes > mostBytes) break;
    endpoints.push(endpoint);
    if (isNew) findings.add(finding);
  }
  return { findings: [...findings], endpoints };
}

import type { Finding, Fix, ReportedFix } from '../model/diagnosis.ts';
import type { EndpointEvidence } from '../model/evidence.ts';
import type { Hop } from '../model/flow.ts';
import type { Report } from '../model/report.ts';
import type { Fault, Proven } from './fault.ts';
import { findingSince } from './finding-since.ts';
import { listed } from './listed.ts';
import type { Verify } from './verify-fix.ts';

/** Makes a finding of a proof: whose it is, since when, and whether its fix was seen to open the path. */
export function findingOf(
  { code, title, kind, subject, component, see }: Fault,
  { certainty, zones, culprit, facts, why, fix }: Proven,
  { evidence, verify, previous }: { evidence: EndpointEvidence; verify: Verify; previous: Report | null },
): Finding {
  const { endpoint, at } = evidence;
  const resource = endpoint.target.id;
  return {
    code,
    title,
    kind,
    subject,
    resource,
    component,
    certainty,
    zones,
    culprit,
    facts,
    why,
    fix: reportedFix(fix, zones, verify),
    since: findingSince(previous, endpoint.id, { code, resource }, at),
    changedBy: null,
    impact: null,
    see,
  };
}

function reportedFix({ changes, ...fix }: Fix, zones: Finding['zones'], verify: Verify): ReportedFix {
  if (changes === null) return { ...fix, verified: null };
  const { passes, remaining } = verify(changes, zones);
  if (passes) return { ...fix, verified: true };
  return { ...fix, summary: `${fix.summary} ${whatRemains(remaining)}`, verified: false };
}

function whatRemains(remaining: readonly Hop[]): string {
  const denying = remaining.filter(({ decision }) => decision === 'deny');
  if (denying.length > 0) return `This alone does not open the path: ${listed(reasons(denying))}.`;
  const unread = remaining.length > 0 ? listed(reasons(remaining)) : 'the path could not be judged';
  return `Whether this opens the path is not known: ${unread}.`;
}

function reasons(hops: readonly Hop[]): readonly string[] {
  return [...new Set(hops.map(({ why }) => why))];
}

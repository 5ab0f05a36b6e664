import type { Hop } from '../../../../lambda/model/flow.ts';
import type { Report, ReportedPath } from '../../../../lambda/model/report.ts';
import { blocked, twoFaults } from '../told.ts';

/** A hop that passes, unless it is told otherwise. */
export function hop(kind: Hop['kind'], resource: string, changes: Partial<Hop> = {}): Hop {
  return { kind, resource, line: 'line-1', decision: 'allow', why: `${resource} admits it`, ...changes };
}

/** The whole way within a VPC. */
export const forward: readonly Hop[] = [
  hop('security-group-egress', 'sg-0lb', { line: 'sgr-0out' }),
  hop('network-acl-egress', 'acl-0lb', { line: '100' }),
  hop('route', 'rtb-0lb', { line: '10.0.0.0/16' }),
  hop('network-acl-ingress', 'acl-0target', { line: '110' }),
  hop('security-group-ingress', 'sg-0target', { line: 'sgr-0in' }),
];

/** The answer's way: groups remember, ACLs do not. */
export const back: readonly Hop[] = [
  hop('network-acl-egress', 'acl-0target', { line: '200' }),
  hop('route', 'rtb-0target', { line: 'local' }),
  hop('network-acl-ingress', 'acl-0lb', { line: '210' }),
];

/** A path from a zone, admitted unless it is told otherwise. */
export function path(zone: string, changes: Partial<ReportedPath> = {}): ReportedPath {
  return { vantagePoint: `shop-web@${zone}`, zone, verdict: 'allow', forward, return: back, ...changes };
}

/** These hops, but the one of this kind and resource denies, by this line. */
export function denied(hops: readonly Hop[], kind: Hop['kind'], resource: string, line?: string): readonly Hop[] {
  const deny = { decision: 'deny', why: `${resource} does not admit it`, line } as const;
  return hops.map((one) => (one.kind === kind && one.resource === resource ? { ...one, ...deny } : one));
}

/** Two faults, the first by a security group: its endpoint's paths run their whole way and end at the group. */
export function blockedWay(): Report {
  const report = twoFaults();
  const { resource, line } = blocked.culprit;
  const stopped = denied(forward, 'security-group-ingress', resource, line);
  const paths = ['eu-west-1a', 'eu-west-1b'].map((zone) => path(zone, { verdict: 'deny', forward: stopped }));
  const endpoints = report.endpoints.map((endpoint, index) => {
    return { ...endpoint, paths: index === 0 ? paths : [path('eu-west-1a'), path('eu-west-1b')] };
  });
  return { ...report, endpoints };
}

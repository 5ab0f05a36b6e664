import { beforeAll, describe, expect, it } from 'vitest';
import { fleet } from '../../../bench/fleet/fleet.ts';
import { seenOf } from '../../../bench/fleet/seen-of.ts';
import { judgeAll } from '../../../lambda/join/judge-all.ts';
import { reportOn } from '../../../lambda/join/report-on.ts';
import type { Report } from '../../../lambda/model/report.ts';
import { boundedReport } from '../../../lambda/report/bounded-report.ts';
import { exitStatus } from '../../../lambda/report/exit-status.ts';
import { jsonBytes } from '../../../lambda/report/json-bytes.ts';
import { groupFindings } from '../../../lambda/report/page/group-findings.ts';
import { sameFinding } from '../../../lambda/report/same-finding.ts';
import { terminal } from '../../../lambda/report/terminal.ts';

const AT = '2026-03-01T12:00:05Z';
const MOST_BYTES = 5_500_000;

/** A report on so many services of as many targets, the first of them blocked. */
function reportOf(services: number, targetsEach: number, blocked: number): Report {
  const size = { loadBalancers: 10, servicesEach: services / 10, targetsEach, groupsEach: 1, rulesEach: 5, blocked };
  const inventory = fleet(size);
  const looked = { results: seenOf(inventory, AT), local: null, memory: null, declarations: {}, at: AT };
  return reportOn(
    { inventory, evidence: judgeAll(inventory, looked) },
    {
      ...{ memory: null, declarations: {}, vantagePoints: [], trigger: { kind: 'cli', detail: null }, checkedAt: AT },
      cost: { apiCalls: {}, probes: 0, elapsedMs: 0 },
    },
  );
}

function leads({ endpoints }: Report): ReadonlyMap<string, string | null> {
  return new Map(
    endpoints.map(({ id, diagnosis: { leading } }) => [id, leading === null ? null : sameFinding(leading)]),
  );
}

describe('a fleet of 2,000 endpoints', { timeout: 120_000 }, () => {
  let blocked: Report;
  let well: Report;
  beforeAll(() => {
    blocked = reportOf(100, 20, 100);
    well = reportOf(100, 20, 0);
  }, 120_000);

  it('all blocked fits an answer, and names what leads at every endpoint', () => {
    const bounded = boundedReport(blocked, MOST_BYTES);
    expect(jsonBytes(blocked)).toBeGreaterThan(6_000_000);
    expect(jsonBytes(bounded)).toBeLessThanOrEqual(MOST_BYTES);
    expect(bounded.truncated).toBe('paths');
    expect(leads(bounded)).toEqual(leads(blocked));
    expect(groupFindings(bounded).map(({ endpoints }) => endpoints.length)).toEqual(
      groupFindings(blocked).map(({ endpoints }) => endpoints.length),
    );
  });

  it('all well fits an answer without its paths, and is still well', () => {
    const bounded = boundedReport(well, MOST_BYTES);
    expect(jsonBytes(bounded)).toBeLessThanOrEqual(MOST_BYTES);
    expect(bounded).toEqual({
      ...well,
      truncated: 'paths',
      endpoints: well.endpoints.map((one) => ({ ...one, paths: [] })),
    });
  });

  it('reads the same to a person, but for one line', () => {
    const words = (report: Report) => terminal(report, { colour: false, width: 400 }).split('\n');
    const before = new Set(words(blocked));
    const added = words(boundedReport(blocked, MOST_BYTES)).filter((line) => !before.has(line));
    expect(added).toEqual([expect.stringMatching(/Shortened to what fits a function's answer/)]);
  });

  it('that does not fit even so keeps what is ill, and calls nobody well of whom it tells not all', () => {
    const most = 400_000;
    for (const report of [blocked, well]) {
      const bounded = boundedReport(report, most);
      expect(jsonBytes(bounded)).toBeLessThanOrEqual(most);
      const told = new Set(bounded.endpoints.map(({ id }) => id));
      const lacking = new Set(report.endpoints.filter(({ id }) => !told.has(id)).map((one) => one.loadBalancer));
      expect(lacking.size).toBeGreaterThan(0);
      const judged = bounded.loadBalancers.filter((one) => one.unjudged === null).map(({ arn }) => arn);
      expect(judged.filter((arn) => lacking.has(arn))).toEqual([]);
    }
    expect(exitStatus(boundedReport(well, most))).toBe(3);
    expect(exitStatus(boundedReport(blocked, most))).toBe(2);
  });
});

describe('a small fleet of which one service is blocked', () => {
  const report = reportOf(10, 3, 1);
  const full = jsonBytes(report);

  it('is told whole where it fits', () => {
    expect(boundedReport(report, full)).toBe(report);
  });

  it('loses the paths of what is well first', () => {
    const { endpoints, truncated } = boundedReport(report, full - 1);
    expect(truncated).toBe('paths');
    expect(endpoints.map(({ paths }) => paths.length > 0)).toEqual([...Array(3).fill(true), ...Array(27).fill(false)]);
  });

  it.each([0.7, 0.4, 0.25, 0.2, 0.15])('never takes more than it may: %f of what it is', (share) => {
    const most = Math.floor(full * share);
    const bounded = boundedReport(report, most);
    expect(jsonBytes(bounded)).toBeLessThanOrEqual(most);
    expect(bounded.findings[0]?.code).toBe('target-security-group-blocks-load-balancer');
  });
});

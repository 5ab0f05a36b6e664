import { expect, it } from 'vitest';
import type { Report } from '../../../../lambda/model/report.ts';
import type { KeptShown } from '../../../../lambda/model/shown.ts';
import { shownOf } from '../../../../lambda/report/widget/shown-of.ts';
import { type WidgetContent, widgetHtml } from '../../../../lambda/report/widget/widget-html.ts';
import { AT, finding, judged, reported } from '../situation.ts';
import { healthy, notJudged } from '../told.ts';
import { blockedWay } from './blocked-path.ts';
import { drawn, stationsIn, textOf } from './drawn.ts';

function keptOf(report: Report, at = report.checkedAt): readonly KeptShown[] {
  return report.loadBalancers.flatMap(({ arn }) => {
    const shown = shownOf(report, arn);
    return shown === null ? [] : [{ at, shown }];
  });
}

function html(kept: readonly KeptShown[], changes: Partial<WidgetContent> = {}): string {
  return widgetHtml({
    ...{ kept, problems: [], now: '2026-03-01T02:14:21.000Z', intervalSeconds: 60, deployment: 'shop-doctor' },
    ...{ theme: 'light', widthPx: 588 },
    ...changes,
  });
}

function alertsIn(text: string): readonly string[] {
  return drawn(text)
    .filter(({ attributes }) => attributes['role'] === 'alert')
    .map((tag) => tag.text);
}

function statesIn(text: string): readonly string[] {
  return drawn(text)
    .filter(({ attributes }) => attributes['class']?.includes('od-state') ?? false)
    .map((tag) => tag.text);
}

it.each([
  [588, 'light'],
  [1800, 'dark'],
] as const)('draws every hop once, and marks the one that stops, at %i px, %s', (widthPx, theme) => {
  const stations = stationsIn(html(keptOf(blockedWay()), { widthPx, theme }));
  // Two findings: each with node, five hops, target, and three hops back.
  expect(stations.map(({ mark }) => mark)).toEqual([
    ...['end', 'ok', 'ok', 'ok', 'ok', 'STOP', 'end', 'ok', 'ok', 'ok'],
    ...['end', 'ok', 'ok', 'ok', 'ok', 'ok', 'STOP', 'ok', 'ok', 'ok'],
  ]);
  expect(stations.slice(0, 10).map(({ words }) => words)).toEqual([
    'load balancer node: shop-web@eu-west-1a',
    'ok security group, outwards: sg-0lb, line sgr-0out',
    'ok network ACL, outwards: acl-0lb, line 100',
    'ok route: rtb-0lb, line 10.0.0.0/16',
    'ok network ACL, inwards: acl-0target, line 110',
    'STOP security group, inwards: sg-0target, line sgr-0123 sg-0target does not admit it',
    'target: web-1 (i-0a11) at 10.0.1.5:8080',
    'ok network ACL, outwards: acl-0target, line 200',
    'ok route: rtb-0target, line local',
    'ok network ACL, inwards: acl-0lb, line 210',
  ]);
  expect(stations[16]?.words).toBe(
    'STOP target: web-2 (i-0b22) at 10.0.2.5:8080 Nothing listens on the port (likely).',
  );
});

it('tells what is broken by shape and word, not by colour alone', () => {
  const groups = drawn(html(keptOf(blockedWay()))).filter(({ attributes }) => 'data-mark' in attributes);
  const shapes = new Map(groups.map(({ attributes, tags }) => [attributes['data-mark'], shapeOf(tags)]));
  expect(shapes.get('STOP')).toBe('polygon path');
  expect(new Set(shapes.values()).size).toBe(shapes.size);

  function shapeOf(tags: (typeof groups)[number]['tags']): string {
    return tags
      .map(({ name }) => name)
      .filter((name) => !['title', 'text', 'line'].includes(name))
      .join(' ');
  }
});

it('says state, zones, certainty, since when, why and the command, and how old all that is', () => {
  const tags = drawn(html(keptOf(blockedWay())));
  const words = tags[0] === undefined ? '' : textOf(tags[0]);
  for (const part of [
    'Last check 12 s ago, 2026-03-01 02:14:09 UTC. Findings in force: 2.',
    'FAULTY',
    'eu-west-1b',
    'certain, target-security-group-blocks-load-balancer',
    '2026-03-01 02:11:00 UTC (3 min ago)',
    'To blame: sg-0target, line sgr-0123',
  ]) {
    expect(words).toContain(part);
  }
  const commands = tags.filter(({ name }) => name === 'code').map(({ text }) => text);
  expect(commands[0]).toBe(finding().fix.commands[0]);
});

it('calls healthy what is, with nothing in force', () => {
  const text = html(keptOf(healthy()));
  expect(statesIn(text)).toEqual(['healthy', 'healthy']);
  expect(text).toContain('No finding is in force.');
  expect([alertsIn(text), stationsIn(text)]).toEqual([[], []]);
});

it('shows what fails without a proven cause, and says what could not be judged', () => {
  const text = html(keptOf(notJudged()));
  expect(text).toContain('Failing, cause not proven: Target group web: 1 endpoint');
  expect(text).toContain('Could not be judged: nothing was dialled; the word could not be read.');
});

it.each<[string, Partial<WidgetContent>, string]>([
  ['nothing is kept', {}, 'NOTHING IS KNOWN: no check of shop-doctor is on record for the last day.'],
  ['the table cannot be read', { problems: ['GetItem: no <access>'] }, 'NOT KNOWN: GetItem: no <access>.'],
])('says loudly that %s', (_, changes, sentence) => {
  const text = html([], changes);
  expect(alertsIn(text).some((alert) => alert.startsWith(sentence))).toBe(true);
  expect(text).not.toMatch(/healthy|<table/);
});

it.each([
  ['2026-03-01T02:17:09.000Z', 60, false],
  ['2026-03-01T02:17:10.000Z', 60, true],
  ['2026-03-01T02:17:10.000Z', 300, false],
  ['2026-02-28T00:00:00.000Z', 60, false],
])('at %s, with a check every %i s, is stale: %s', (now, intervalSeconds, isStale) => {
  const text = html(keptOf(healthy()), { now, intervalSeconds });
  expect(alertsIn(text)).toHaveLength(isStale ? 1 : 0);
  if (isStale) expect(alertsIn(text)[0]).toContain('STALE: the last check was 2026-03-01 02:14:09 UTC (3 min ago)');
  expect(statesIn(text)[0]).toBe(isStale ? 'UNKNOWN (was healthy)' : 'healthy');
});

it.each<[string, readonly KeptShown[], Partial<WidgetContent>, string]>([
  [
    'the last check is hours old',
    keptOf(healthy()),
    { now: '2026-03-01T08:00:00.000Z' },
    'No finding was in force then.',
  ],
  [
    'some checks are old',
    [...keptOf(healthy()), ...keptOf(healthy(), '2026-03-01T01:00:00.000Z')],
    {},
    'No finding is in force in what is known.',
  ],
  ['some could not be read', keptOf(healthy()), { problems: ['x'] }, 'No finding is in force in what is known.'],
])('does not call all well where %s', (_, kept, changes, sentence) => {
  const text = html(kept, changes);
  expect(text).toContain(sentence);
  expect(text).not.toContain('No finding is in force.');
});

it('does not take a time that is none for a fresh one', () => {
  expect(alertsIn(html(keptOf(healthy(), 'yesterday')))[0]).toMatch(/^STALE: .*when is not known/);
});

it('says of one load balancer that it is checked no more, and dates its findings, while others are fresh', () => {
  const [old] = keptOf(blockedWay(), '2026-03-01T01:00:00.000Z');
  const [fresh] = keptOf(healthy());
  if (old === undefined || fresh === undefined) throw new Error('nothing is shown');
  const other = { ...fresh, shown: { ...fresh.shown, loadBalancer: { ...fresh.shown.loadBalancer, name: 'other' } } };
  const text = html([other, old]);
  expect(alertsIn(text)[0]).toContain('STALE: 1 of 2 load balancers and watched paths was not checked of late');
  expect(statesIn(text)).toEqual(['UNKNOWN (was FAULTY)', 'UNKNOWN (was FAULTY)', 'healthy', 'healthy']);
  expect(text).toContain('shop-web, as of 2026-03-01 01:00:00 UTC (74 min ago): The target');
});

it('reads what others named as text', () => {
  const evil = `<script>alert("1")</script> & 'more' \u0000\ud800`;
  const leading = finding({
    ...{ title: evil, why: evil, code: evil, culprit: { resource: evil, line: evil, value: evil } },
    fix: { ...finding().fix, summary: evil, commands: [evil] },
  });
  const report = reported([judged({ diagnosis: { leading } })]);
  const named = {
    ...report,
    loadBalancers: report.loadBalancers.map((one) => ({ ...one, name: evil })),
    targetGroups: report.targetGroups.map((one) => ({ ...one, name: evil, unjudged: evil })),
    endpoints: report.endpoints.map((one) => ({
      ...one,
      target: { ...one.target, name: evil },
      paths: one.paths.map((path) => ({
        ...{ ...path, vantagePoint: evil, zone: evil },
        forward: path.forward.map((hop) => ({ ...hop, resource: evil, why: evil, decision: 'deny' as const })),
      })),
    })),
  };
  const text = html(keptOf(named), { problems: [evil] });
  expect(drawn(text).map(({ name }) => name)).not.toContain('script');
  expect(text).not.toContain('<script');
  const command = drawn(text).find(({ name }) => name === 'code');
  expect(command?.text).toBe(`<script>alert("1")</script> & 'more' \uFFFD\uFFFD`);
});

it('asks for nothing to be run or fetched', () => {
  const text = html(keptOf(blockedWay()));
  expect(text).not.toMatch(
    /<script|<link|<img|<iframe|<use|<a |cwdb-action|\son[a-z]+=|\shref=|\ssrc=|url\(|@import|\sid=/i,
  );
});

it.each([-5, 0, 100, 588, 5_000, Number.MAX_VALUE])('draws within bounds for a widget of %d px', (widthPx) => {
  const svg = drawn(html(keptOf(blockedWay()), { widthPx })).find(({ name }) => name === 'svg');
  const width = Number(svg?.attributes['width']);
  expect(width).toBeGreaterThanOrEqual(220);
  expect(width).toBeLessThanOrEqual(2_400);
  expect(svg?.attributes['viewBox']).toBe(`0 0 ${width} ${svg?.attributes['height']}`);
});

it('stays below 100 KB with fifty ill load balancers, the gravest first, and counts what is left out', () => {
  const [one] = keptOf(blockedWay());
  const [well] = keptOf(healthy());
  if (one === undefined || well === undefined) throw new Error('nothing is shown');
  const many = Array.from({ length: 50 }, (_, index) => ({
    ...one,
    shown: {
      ...one.shown,
      loadBalancer: { ...one.shown.loadBalancer, name: `shop-${String(index).padStart(2, '0')}` },
    },
  }));
  const text = html([well, ...many], { now: AT });
  expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(100_000);
  expect(text).toMatch(/\d+ of 100 findings do not fit here/);
  expect(html(many, { now: AT, problems: ['x'.repeat(4_000), 'y'] })).toContain('1 of 2 warnings does not fit here');
  expect(statesIn(text)[0]).toBe('FAULTY');
  expect(text).toContain('shop-00: The target');
});

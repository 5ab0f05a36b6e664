import { expect, it } from 'vitest';
import { baselineFrom } from '../../../../lambda/gate/law/baseline-from.ts';
import type { GateRules, GateVerdict } from '../../../../lambda/gate/law/gate.ts';
import { gateStateSchema } from '../../../../lambda/gate/law/gate-state.ts';
import { standingSchema } from '../../../../lambda/gate/law/standing.ts';
import { startGate } from '../../../../lambda/gate/law/start-gate.ts';
import { gateAfter, type Seen } from './gate-after.ts';
import { gateReport, START, type ToldTarget } from './gate-report.ts';

const old: ToldTarget = { id: 'i-0old' };
const fresh: ToldTarget = { id: 'i-0new' };
const closed = { code: 'target-port-closed', title: 'Nothing listens', component: 'target-process' } as const;
const refusing = (target: ToldTarget): ToldTarget => ({ ...target, outcomes: ['refused', 'refused'], fault: closed });

const well = gateReport([old]);
const grown = gateReport([old, fresh]);
const times = (count: number, report: Seen): readonly Seen[] => Array.from({ length: count }, () => report);
const waiting = (count: number) => Array.from({ length: count }, () => 'waiting' as const);
const next: ToldTarget = { id: 'i-0next' };
const bad = gateReport([old, refusing(fresh)]);
const LEFT = '1 new target left the target group web without having accepted 3 connections in a row (i-0new:8080), and';

const SITUATIONS: readonly {
  readonly what: string;
  readonly rules?: Partial<GateRules>;
  readonly seen: readonly Seen[];
  readonly says: readonly GateVerdict['verdict'][];
  readonly because: RegExp;
}[] = [
  {
    what: 'a new target that refuses, and goes, and nobody takes its place',
    rules: { timeoutSeconds: 70 },
    seen: [...times(4, bad), ...times(4, well)],
    says: [...waiting(7), 'held'],
    because: RegExp(`^${literally(LEFT)} none came in its place\\. Last seen wrong, in check 4: i-0new .*port-closed`),
  },
  {
    what: 'one that goes while it is refused by nobody, but before it has accepted enough',
    seen: [...times(2, grown), ...times(2, well)],
    says: [...waiting(3), 'held'],
    because: RegExp(`^${literally(LEFT)} none came in its place\\.$`),
  },
  {
    what: 'one that drains before it has accepted enough',
    seen: [grown, ...times(3, gateReport([old, { ...fresh, state: 'draining' }]))],
    says: [...waiting(3), 'held'],
    because: RegExp(`^${literally(LEFT)} none came in its place`),
  },
  {
    what: 'one that goes after it has accepted enough, while another comes',
    rules: { timeoutSeconds: 70 },
    seen: [
      ...times(2, grown),
      gateReport([old, fresh, { ...next, outcomes: [] }]),
      ...times(3, gateReport([old, next])),
    ],
    says: [...waiting(5), 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'one that is lost and replaced: three quiet checks are asked for after it went',
    rules: { timeoutSeconds: 90 },
    seen: [...times(3, gateReport([old, refusing(fresh), next])), ...times(4, gateReport([old, next]))],
    says: [...waiting(6), 'passed'],
    because: /^What is new since .* \(1 endpoint\) accepted 3/,
  },
  {
    what: 'one that is lost and replaced shortly before the time is up',
    rules: { timeoutSeconds: 40 },
    seen: [...times(3, gateReport([old, { ...fresh, outcomes: [] }, next])), ...times(2, gateReport([old, next]))],
    says: [...waiting(4), 'unknown'],
    because: /^The time was up\. All that is new is well; 1 of 3 quiet checks since something was wrong\.$/,
  },
  {
    what: 'two that are lost, of which one is replaced',
    rules: { timeoutSeconds: 60 },
    seen: [gateReport([old, refusing(fresh), refusing({ id: 'i-0two' })]), ...times(6, gateReport([old, next]))],
    says: [...waiting(6), 'held'],
    because:
      /^2 new targets left .* \(i-0new:8080, i-0two:8080\), and only 1 came in their place\. Last seen wrong, in check 1/,
  },
  {
    what: 'one that is lost, and comes back well',
    rules: { timeoutSeconds: 90 },
    seen: [bad, well, ...times(3, grown)],
    says: [...waiting(4), 'passed'],
    because: /^What is new since/,
  },
  {
    what: 'one that goes while its group cannot be read',
    rules: { timeoutSeconds: 40 },
    seen: [
      bad,
      gateReport([], { group: { unjudged: 'throttled' } }),
      'The credentials have expired.',
      ...times(2, well),
    ],
    says: [...waiting(4), 'held'],
    because: RegExp(`^${literally(LEFT)} none came in its place`),
  },
  {
    what: 'one that was lost, where in the end nobody can say who is there',
    seen: [bad, ...times(3, gateReport([], { group: { unjudged: 'throttled' } }))],
    says: [...waiting(3), 'unknown'],
    because: /^target group web could not be looked at: throttled\.$/,
  },
  {
    what: 'one that goes before the load balancer has called it healthy often enough',
    rules: { witness: 'load-balancer' },
    seen: [gateReport([old, { ...fresh, outcomes: [], state: 'initial' }]), ...times(3, well)],
    says: [...waiting(3), 'held'],
    because: /web without having been healthy in 3 checks in a row \(i-0new:8080\), and none came in its place\.$/,
  },
];

it.each(SITUATIONS)('$what', ({ seen, rules, says, because }) => {
  const verdicts = gateAfter(well, seen, rules);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(says);
  expect(verdicts.at(-1)?.reason).toMatch(because);
});

it('names five of those that are lost, and says how many more there are', () => {
  const many = Array.from({ length: 8 }, (_, index) => refusing({ id: `i-0${index}` }));
  const last = gateAfter(well, [gateReport([old, ...many]), ...times(3, well)]).at(-1);
  expect(last?.reason).toMatch(
    /^8 new targets left .* \(i-00:8080, .*, i-04:8080 and 3 more\), and none came in their place/,
  );
});

it('reads what an earlier version kept of a gate', () => {
  const { lost, ...earlier } = startGate(START);
  expect(gateStateSchema.parse(earlier)).toEqual({ ...earlier, lost: [] });
  expect(standingSchema.parse({ baseline: baselineFrom(well), state: earlier }).state.lost).toEqual(lost);
});

function literally(text: string): string {
  return text.replace(/[().]/g, '\\$&');
}

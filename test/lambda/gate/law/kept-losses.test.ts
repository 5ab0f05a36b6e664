import { expect, it } from 'vitest';
import { baselineFrom } from '../../../../lambda/gate/law/baseline-from.ts';
import { gateStateSchema } from '../../../../lambda/gate/law/gate-state.ts';
import { standingSchema } from '../../../../lambda/gate/law/standing.ts';
import { startGate } from '../../../../lambda/gate/law/start-gate.ts';
import { targetKey } from '../../../../lambda/gate/law/target-key.ts';
import { verdictOf } from '../../../../lambda/gate/law/verdict-of.ts';
import { gateAfter } from './gate-after.ts';
import { gateReport, START } from './gate-report.ts';
import {
  bad,
  fresh,
  type GateSituation,
  grown,
  LEFT,
  NONE,
  next,
  old,
  refusing,
  times,
  waiting,
  well,
} from './gate-situations.ts';

const SITUATIONS: readonly GateSituation[] = [
  {
    what: 'one that is replaced while its group cannot be read whole',
    rules: { timeoutSeconds: 90 },
    seen: [bad, gateReport([old, next], { group: { unjudged: 'throttled' } }), ...times(4, gateReport([old, next]))],
    says: [...waiting(5), 'passed'],
    because: /^What is new since/,
  },
  {
    what: 'one of those that had accepted enough, and goes in a check that comes to nothing',
    rules: { timeoutSeconds: 90 },
    seen: [
      ...times(3, gateReport([old, fresh, next, refusing({ id: 'i-0bad' })])),
      'Rate exceeded',
      ...times(3, gateReport([old, next, refusing({ id: 'i-0bad' })])),
      ...times(3, gateReport([old, next, { id: 'i-0bad' }])),
    ],
    says: [...waiting(9), 'passed'],
    because: /^What is new since .* \(2 endpoints\)/,
  },
  {
    what: 'one that had accepted enough, and goes while its group cannot be read',
    rules: { timeoutSeconds: 90, stable: 2 },
    seen: [
      ...times(2, gateReport([old, fresh, refusing(next)])),
      gateReport([], { group: { unjudged: 'throttled' } }),
      ...times(2, gateReport([old, next])),
    ],
    says: [...waiting(4), 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'one that had not accepted enough, and goes in a check that comes to nothing',
    rules: { timeoutSeconds: 50 },
    seen: [...times(2, grown), 'Rate exceeded', ...times(3, well)],
    says: [...waiting(5), 'held'],
    because: RegExp(`^${LEFT} ${NONE}$`),
  },
  {
    what: 'nobody, where after a check that comes to nothing as many must accept as at first',
    rules: { timeoutSeconds: 90 },
    seen: [...times(2, grown), 'Rate exceeded', ...times(3, grown)],
    says: [...waiting(5), 'passed'],
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
    because: RegExp(`^${LEFT} ${NONE}`),
  },
  {
    what: 'one that was lost, where in the end nobody can say who is there',
    seen: [bad, ...times(3, gateReport([], { group: { unjudged: 'throttled' } }))],
    says: [...waiting(3), 'unknown'],
    because: /^target group web could not be looked at: throttled\.$/,
  },
];

it.each(SITUATIONS)('$what', ({ seen, rules, says, because }) => {
  const verdicts = gateAfter(well, seen, rules);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(says);
  expect(verdicts.at(-1)?.reason).toMatch(because);
});

it('reads what an earlier version kept of a gate', () => {
  const { lost, came, ...earliest } = startGate(START);
  expect(gateStateSchema.parse(earliest)).toEqual({ ...earliest, lost: [], came: {} });
  expect(standingSchema.parse({ baseline: baselineFrom(well), state: earliest }).state).toMatchObject({ lost, came });
});

it('takes for a replacement whoever stood beside a loss when an earlier version saw it', () => {
  const report = gateReport([old, next]);
  const [id = '', gone = ''] = [report, bad].map(({ endpoints }) => endpoints[1]?.id ?? '');
  const { came, ...start } = startGate(START);
  const state = gateStateSchema.parse({ ...start, accepted: { [id]: 2 }, lost: [targetKey({ id: gone })], quiet: 2 });
  const gate = { rules: { stable: 3, timeoutSeconds: 60 }, baseline: baselineFrom(well), state };
  expect(verdictOf(gate, { at: START, report }).verdict.verdict).toBe('passed');
  const beside = { ...gate, state: { ...state, came: { [targetKey({ id })]: 0 } } };
  expect(verdictOf(beside, { at: START, report }).verdict.verdict).toBe('waiting');
});

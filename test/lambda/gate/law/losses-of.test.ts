import { expect, it } from 'vitest';
import { gateAfter } from './gate-after.ts';
import { gateReport, type ToldTarget } from './gate-report.ts';
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

const five: readonly ToldTarget[] = [1, 2, 3, 4, 5].map((one) => ({ id: `i-${one}good` }));
const failing = [1, 2, 3, 4, 5].map((one) => refusing({ id: `i-${one}bad` }));
const later: readonly ToldTarget[] = [1, 2, 3, 4, 5].map((one) => ({ id: `i-${one}later` }));
const inner = (id: string): ToldTarget => ({
  ...{ id: `arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/inner-${id}/9`, outcomes: [] },
  dialled: false,
});

const SITUATIONS: readonly GateSituation[] = [
  {
    what: 'a new target that refuses, and goes, and nobody takes its place',
    rules: { timeoutSeconds: 70 },
    seen: [...times(4, bad), ...times(4, well)],
    says: [...waiting(7), 'held'],
    because: RegExp(`^${LEFT} ${NONE} Last seen wrong, in check 4: i-0new .*port-closed`),
  },
  {
    what: 'one that goes while it is refused by nobody, but before it has accepted enough',
    seen: [...times(2, grown), ...times(2, well)],
    says: [...waiting(3), 'held'],
    because: RegExp(`^${LEFT} ${NONE}$`),
  },
  {
    what: 'one that drains before it has accepted enough',
    seen: [grown, ...times(3, gateReport([old, { ...fresh, state: 'draining' }]))],
    says: [...waiting(3), 'held'],
    because: RegExp(`^${LEFT} ${NONE}`),
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
    seen: [...times(3, bad), ...times(4, gateReport([old, next]))],
    says: [...waiting(6), 'passed'],
    because: /^What is new since .* \(1 endpoint\) accepted 3/,
  },
  {
    what: 'one that is lost and replaced shortly before the time is up',
    seen: [gateReport([old, { ...fresh, outcomes: [] }]), ...times(3, gateReport([old, next]))],
    says: [...waiting(3), 'unknown'],
    because: /^The time was up\. All that is new is well; 2 of 3 quiet checks since something was wrong\.$/,
  },
  {
    what: 'two that are lost, of which one is replaced',
    rules: { timeoutSeconds: 60 },
    seen: [gateReport([old, refusing(fresh), refusing({ id: 'i-0two' })]), ...times(6, gateReport([old, next]))],
    says: [...waiting(6), 'held'],
    because:
      /^2 new targets left .* \(i-0new:8080, i-0two:8080\), and only 1 was replaced by one that has\. Last seen wrong, in check 1/,
  },
  {
    what: 'five of ten that refuse and go, and nobody comes: the other five were there all along',
    rules: { timeoutSeconds: 80 },
    seen: [...times(4, gateReport([old, ...five, ...failing])), ...times(5, gateReport([old, ...five]))],
    says: [...waiting(8), 'held'],
    because:
      /^5 new targets left .* \(i-1bad:8080, .*\), and were not replaced by one that has\. Last seen wrong, in check 4/,
  },
  {
    what: 'five of ten that refuse and go, and five come',
    rules: { timeoutSeconds: 80 },
    seen: [...times(2, gateReport([old, ...five, ...failing])), ...times(4, gateReport([old, ...five, ...later]))],
    says: [...waiting(5), 'passed'],
    because: /^What is new since .* \(10 endpoints\)/,
  },
  {
    what: 'one of six that crashes again and again, in the pause between two of its tasks',
    rules: { timeoutSeconds: 70 },
    seen: [
      ...times(2, gateReport([old, ...five, refusing({ id: 'i-0crash' })])),
      ...times(2, gateReport([old, ...five])),
      gateReport([old, ...five, refusing({ id: 'i-0again' })]),
      ...times(3, gateReport([old, ...five])),
    ],
    says: [...waiting(7), 'held'],
    because: /^2 new targets left .* \(i-0crash:8080, i-0again:8080\), and were not replaced by one that has\./,
  },
  {
    what: 'one that came before another was lost, and does not replace it',
    rules: { timeoutSeconds: 70 },
    seen: [
      gateReport([old, refusing(fresh), { id: 'i-0two', outcomes: [] }]),
      gateReport([old, { id: 'i-0two', outcomes: [] }, next, { id: 'i-0three' }]),
      ...times(6, gateReport([old, next, { id: 'i-0three' }])),
    ],
    says: [...waiting(7), 'held'],
    because: /^2 new targets left .* \(i-0new:8080, i-0two:8080\), and only 1 was replaced by one that has\./,
  },
  {
    what: 'the only task, which died twice before the third stayed',
    rules: { timeoutSeconds: 70 },
    seen: [bad, well, gateReport([old, refusing({ id: 'i-0two' })]), ...times(5, gateReport([old, next]))],
    says: [...waiting(7), 'held'],
    because: /^2 new targets left .* \(i-0new:8080, i-0two:8080\), and only 1 was replaced by one that has\./,
  },
  {
    what: 'one that is lost, comes back and is lost again, beside one that came for the first time',
    rules: { timeoutSeconds: 70 },
    seen: [
      bad,
      gateReport([old, next]),
      gateReport([old, next, refusing(fresh)]),
      ...times(5, gateReport([old, next])),
    ],
    says: [...waiting(7), 'held'],
    because: RegExp(`^${LEFT} ${NONE} Last seen wrong, in check 3`),
  },
  {
    what: 'one that is lost twice, and comes back well',
    rules: { timeoutSeconds: 90 },
    seen: [bad, well, bad, well, ...times(3, grown)],
    says: [...waiting(6), 'passed'],
    because: /^What is new since/,
  },
  {
    what: 'load balancers that are registered, one of which is lost and one replaces it',
    rules: { timeoutSeconds: 60, witness: 'load-balancer' },
    seen: [gateReport([old, { ...inner('a'), state: 'initial' }]), ...times(4, gateReport([old, inner('b')]))],
    says: [...waiting(4), 'passed'],
    because: /^What is new since/,
  },
  {
    what: 'one that is lost, and comes back well',
    rules: { timeoutSeconds: 90 },
    seen: [bad, well, ...times(3, grown)],
    says: [...waiting(4), 'passed'],
    because: /^What is new since/,
  },
  {
    what: 'one that goes before the load balancer has called it healthy often enough',
    rules: { witness: 'load-balancer' },
    seen: [gateReport([old, { ...fresh, outcomes: [], state: 'initial' }]), ...times(3, well)],
    says: [...waiting(3), 'held'],
    because:
      /web without having been healthy in 3 checks in a row \(i-0new:8080\), and was not replaced by one that has\.$/,
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
    /^8 new targets left .* \(i-00:8080, .*, i-04:8080 and 3 more\), and were not replaced by one that has/,
  );
});

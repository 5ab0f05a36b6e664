import { expect, it } from 'vitest';
import { gateAfter } from './gate-after.ts';
import { gateReport, type ToldTarget } from './gate-report.ts';
import { fresh, type GateSituation, grown, old, refusing, times, well } from './gate-situations.ts';

const registered: ToldTarget = {
  ...{ id: 'arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/inner/9', outcomes: [] },
  dialled: false,
};

const SITUATIONS: readonly GateSituation[] = [
  {
    what: 'a new target that accepts three in a row',
    seen: [grown, grown, grown],
    says: ['waiting', 'waiting', 'passed'],
    because: /^What is new since .* \(1 endpoint\) accepted 3 connections in a row from each .*shop-web@0, shop-web@1/,
  },
  {
    what: 'nothing new and nothing new that is wrong',
    seen: [well, well, well],
    says: ['waiting', 'waiting', 'passed'],
    because: /^Nothing was registered since .*, and 3 checks in a row found no fault/,
  },
  {
    what: 'a new target that is a load balancer, which nobody dials',
    seen: times(4, gateReport([old, registered])),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because:
      /^load balancer inner, port 8080 is new and is not dialled, so whether it accepts connections could not be/,
  },
  {
    what: 'a new target that is an unhealthy load balancer',
    seen: times(4, gateReport([old, { ...registered, state: 'unhealthy', symptom: 'unhealthy' }])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /^load balancer inner, port 8080: unhealthy, and no cause of it is proven\.$/,
  },
  {
    what: 'a new target that is a load balancer, where its word is what is asked for',
    rules: { witness: 'load-balancer' },
    seen: times(4, gateReport([old, registered])).slice(1),
    says: ['waiting', 'waiting', 'passed'],
    because: /was healthy by the load balancer's word/,
  },
  {
    what: 'a load balancer that was registered before',
    before: gateReport([old, registered]),
    seen: times(4, gateReport([old, registered])).slice(1),
    says: ['waiting', 'waiting', 'passed'],
    because: /^Nothing was registered since/,
  },
  {
    what: 'a new target that refuses',
    seen: times(4, gateReport([old, refusing(fresh)])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0new .*Nothing listens \(target-port-closed, certain\)/,
  },
  {
    what: 'a new target that refuses in one zone, and no cause is proven',
    seen: times(4, gateReport([old, { ...fresh, outcomes: ['connected', 'refused'], symptom: 'refused' }])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0new at .*: refused, and no cause of it is proven/,
  },
  {
    what: 'a new target that connects and that the load balancer calls unhealthy',
    seen: times(4, gateReport([old, { ...fresh, state: 'unhealthy', symptom: 'unhealthy' }])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0new at .*: unhealthy, and no cause of it is proven/,
  },
  {
    what: 'a new target whose health check port is closed',
    seen: times(4, gateReport([old, fresh, refusing({ ...fresh, purpose: 'health-check' })])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /health check port: Nothing listens/,
  },
  {
    what: 'a new target that one zone could not look at',
    seen: times(4, gateReport([old, { ...fresh, outcomes: ['connected', 'inconclusive'], symptom: 'inconclusive' }])),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /could not be looked at/,
  },
  {
    what: 'a new target where our own prober is to blame',
    seen: times(
      4,
      gateReport([
        old,
        { ...fresh, outcomes: ['inconclusive'], fault: { component: 'prober', why: 'It was throttled.' } },
      ]),
    ),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /could not be looked at: It was throttled\.$/,
  },
  {
    what: 'a new target that nobody dialled',
    seen: times(4, gateReport([old, { ...fresh, outcomes: [] }])),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /The time was up.*i-0new at 10\.0\.1\.5:8080 \(0\)/,
  },
  {
    what: 'a target that comes too late for three',
    seen: [well, well, grown, grown],
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /Fewer than 3 connections in a row so far: .*\(2\)/,
  },
  {
    what: 'a target that comes and goes',
    seen: [grown, grown, gateReport([old, refusing(fresh)]), grown],
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /^It comes and goes\. i-0new/,
  },
  {
    what: 'a fault that stood before, while its mend comes',
    before: gateReport([refusing(old)]),
    seen: [gateReport([refusing(old), fresh]), gateReport([refusing(old), fresh]), gateReport([refusing(old), fresh])],
    says: ['waiting', 'waiting', 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'an old target with another fault than before',
    before: gateReport([refusing(old)]),
    seen: times(4, gateReport([{ ...old, outcomes: ['timed-out'], fault: { code: 'route-missing' } }, fresh])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /route-missing/,
  },
  {
    what: 'an old target that was well and is not',
    seen: times(4, gateReport([refusing(old), fresh])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0old/,
  },
  {
    what: 'an old target that could not be looked at before either',
    before: gateReport([{ ...old, outcomes: [], unjudged: 'its address is not known' }]),
    seen: [1, 2, 3].map(() => gateReport([{ ...old, outcomes: [], unjudged: 'its address is not known' }, fresh])),
    says: ['waiting', 'waiting', 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'an old target that drains and refuses already',
    seen: [1, 2, 3].map(() => gateReport([{ ...refusing(old), state: 'draining' }, fresh])),
    says: ['waiting', 'waiting', 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'a target that drains and was never registered, which is none that is new',
    seen: [1, 2, 3].map(() => gateReport([old, { ...refusing(fresh), state: 'draining' }])),
    says: ['waiting', 'waiting', 'passed'],
    because: /^Nothing was registered/,
  },
  {
    what: 'an old target that was away and is back, and must accept like a new one',
    before: gateReport([refusing(old)]),
    seen: [gateReport([]), ...[1, 2, 3].map(() => gateReport([refusing(old)]))],
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0old/,
  },
  {
    what: 'the same target on another port',
    seen: times(4, gateReport([old, refusing({ ...old, port: 8081 })])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0old/,
  },
  {
    what: 'a group whose targets cannot be read, as before',
    before: gateReport([], { group: { unjudged: 'throttled' } }),
    seen: times(4, gateReport([], { group: { unjudged: 'throttled' } })),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /target group web could not be looked at: throttled\.$/,
  },
  {
    what: 'a group that could not be read for once, which sends nobody away',
    seen: [gateReport([], { group: { unjudged: 'throttled' } }), well, well, well],
    says: ['waiting', 'waiting', 'waiting', 'passed'],
    because: /^Nothing was registered/,
  },
  {
    what: 'a load balancer that the deployment broke',
    seen: times(4, gateReport([old, fresh], { balancer: { fault: { code: 'listener-missing' } } })),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /load balancer shop-web: .*listener-missing/,
  },
  {
    what: 'causes that are only possible',
    seen: [1, 2, 3].map(() => gateReport([old, fresh], { group: { fault: { certainty: 'possible' } } })),
    says: ['waiting', 'waiting', 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'checks that come to nothing',
    seen: times(4, 'The credentials have expired.'),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /^The check came to nothing: The credentials have expired\.$/,
  },
  {
    what: 'a target that is to be registered again and is well',
    before: gateReport([old, { ...fresh, state: 'unused', reason: 'Target.NotRegistered' }]),
    seen: [1, 2, 3].map(() => gateReport([old, { ...fresh, state: 'unused', reason: 'Target.NotRegistered' }])),
    says: ['waiting', 'waiting', 'passed'],
    because: /^What is new since .* \(1 endpoint\)/,
  },
  {
    what: 'a target that is to be registered again and refuses as before',
    before: gateReport([old, refusing({ ...fresh, state: 'unused', reason: 'Target.NotRegistered' })]),
    seen: times(4, gateReport([old, refusing({ ...fresh, state: 'unused', reason: 'Target.NotRegistered' })])),
    says: ['waiting', 'waiting', 'waiting', 'held'],
    because: /i-0new/,
  },
  {
    what: 'a new target that is healthy by the word of the load balancer, where nothing is dialled',
    rules: { witness: 'load-balancer' },
    seen: [1, 2, 3].map(() => gateReport([old, { ...fresh, outcomes: [] }])),
    says: ['waiting', 'waiting', 'passed'],
    because:
      /^What is new since .* \(1 endpoint\) was healthy by the load balancer's word in 3 checks in a row.*dialled\.$/,
  },
  {
    what: 'a new target of which it does not yet say so',
    rules: { witness: 'load-balancer' },
    seen: times(4, gateReport([old, { ...fresh, outcomes: [], state: 'initial' }])),
    says: ['waiting', 'waiting', 'waiting', 'unknown'],
    because: /Fewer than 3 healthy checks in a row so far: .*\(0\)/,
  },
];

it.each(SITUATIONS)('$what', ({ before = well, seen, rules, says, because }) => {
  const verdicts = gateAfter(before, seen, rules);
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(says);
  expect(verdicts.at(-1)?.reason).toMatch(because);
});

it('names each fault once, and says how many more there are', () => {
  const many = Array.from({ length: 8 }, (_, index) => refusing({ id: `i-0${index}` }));
  const [, , , last] = gateAfter(well, times(4, gateReport([old, ...many])));
  expect(last?.reason).toMatch(/And 3 more\.$/);
  expect(last).toMatchObject({ verdict: 'held', fresh: 8 });
  expect(last?.findings).toHaveLength(8);
});

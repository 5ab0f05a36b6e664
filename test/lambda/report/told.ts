import type { Diagnosis } from '../../../lambda/model/diagnosis.ts';
import { finding, judged, reported } from './situation.ts';

const silent = { purpose: 'traffic', outcome: 'timed-out', witness: 'probe' } as const;
const refused = { ...silent, outcome: 'refused' } as const;
const unhealthy = { ...silent, outcome: 'unhealthy', witness: 'load-balancer' } as const;

/** A security group that denies, at both targets. */
export const blocked = finding();

/** A port on which nothing listens, at the second target. */
export const closed = finding({
  code: 'target-port-closed',
  title: 'Nothing listens on the port',
  resource: 'i-0b22',
  component: 'target-process',
  certainty: 'likely',
  culprit: { resource: 'i-0b22', value: 'tcp 8080' },
  why: 'The way is open: the refusal came back over it.',
  fix: {
    summary: 'Start the process, or register the port on which it listens.',
    commands: ['aws ssm start-session --target i-0b22', 'ss -ltnp'],
    cdk: '',
    confirm: 'ss -ltn shows 8080.',
    verified: null,
  },
  since: '2026-03-01T02:14:09.000Z',
});

const missing: Diagnosis['inconclusive'] = [
  { code: 'target-port-closed', missing: ["a connection from the load balancer's place (nothing was dialled)"] },
];

/** Two targets, each with a fault of its own. */
export function twoFaults() {
  return reported([
    judged({
      outcomes: ['timed-out', 'timed-out'],
      word: ['unhealthy', 'Target.Timeout'],
      path: 'deny',
      diagnosis: { symptom: silent, since: blocked.since, leading: blocked },
    }),
    judged({
      target: 'i-0b22',
      outcomes: ['refused', 'refused'],
      word: ['unhealthy', 'Target.FailedHealthChecks'],
      diagnosis: { symptom: refused, since: closed.since, leading: closed },
    }),
  ]);
}

/** Two targets with one fault between them, and a second one behind it at one of them. */
export function oneFaultTwice() {
  const at = (resource: string) => ({ ...blocked, resource });
  const seen = { outcomes: ['timed-out', 'timed-out'], word: ['unhealthy', 'Target.Timeout'] } as const;
  return reported([
    judged({ ...seen, diagnosis: { symptom: silent, since: blocked.since, leading: at('i-0a11') } }),
    judged({
      ...seen,
      target: 'i-0b22',
      diagnosis: { symptom: silent, since: blocked.since, leading: at('i-0b22'), others: [closed] },
    }),
  ]);
}

/** A symptom that nothing explains, beside an endpoint that could not be judged; nothing was dialled. */
export function notJudged() {
  return reported(
    [
      judged({
        outcomes: null,
        word: ['unhealthy', 'Target.FailedHealthChecks'],
        diagnosis: { symptom: unhealthy, since: blocked.since, inconclusive: missing },
      }),
      judged({
        target: 'i-0b22',
        outcomes: null,
        word: null,
        unjudged: 'nothing was dialled; the word could not be read',
      }),
    ],
    { vantagePoints: [] },
  );
}

/** Everything as it should be. */
export function healthy() {
  return reported([judged(), judged({ target: 'i-0b22' })]);
}

import { metrics } from '../lambda/contract.ts';

/** What has alarms. */
export type WatchedKind = 'loadBalancer' | 'watch';

/** The states of a load balancer or a watch that have an alarm each. */
export type WatchedState = 'refused' | 'silent' | 'broken' | 'misconfigured' | 'notLooked';

const MISCONFIGURED = 'A fault in the configuration is known, though traffic may still flow.';
const NOT_LOOKED = 'Something could not be looked at: nothing is known of it, neither good nor bad.';

/** By state: the alarm's name below that of what is watched, its metric, and what a person who is woken by it should know. */
export const watchedStates = {
  refused: {
    alarm: 'refused',
    metric: metrics.refused,
    says: {
      loadBalancer:
        'Targets refuse connections: the packets arrive, and nothing accepts them. Look at the hosts, not at groups, ACLs or routes.',
      watch:
        'The host refuses connections: the packets arrive, and nothing accepts them. Look at the host, not at groups, ACLs or routes.',
    },
  },
  silent: {
    alarm: 'silent',
    metric: metrics.silent,
    says: {
      loadBalancer: 'Targets do not answer: packets are dropped on the way there or back, or the host is dead.',
      watch: 'The host does not answer: packets are dropped on the way there or back, or the host is dead.',
    },
  },
  broken: {
    alarm: 'broken',
    metric: metrics.broken,
    says: {
      loadBalancer: 'Targets break connections off, close them at once, or cannot be reached. The way there is open.',
      watch: 'The host breaks connections off, closes them at once, or cannot be reached. The way there is open.',
    },
  },
  misconfigured: {
    alarm: 'misconfigured',
    metric: metrics.misconfigured,
    says: { loadBalancer: MISCONFIGURED, watch: MISCONFIGURED },
  },
  notLooked: {
    alarm: 'could-not-look',
    metric: metrics.notLooked,
    says: { loadBalancer: NOT_LOOKED, watch: NOT_LOOKED },
  },
} as const satisfies Readonly<Record<WatchedState, object>>;

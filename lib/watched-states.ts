import { documentation, metrics } from '../lambda/contract.ts';

/** The states of a load balancer that have an alarm each. */
export type WatchedState = 'refused' | 'silent' | 'broken' | 'misconfigured' | 'notLooked';

/** By state: the alarm's name below its load balancer's, its metric, and what a person who is woken by it should know. */
export const watchedStates = {
  refused: {
    alarm: 'refused',
    metric: metrics.refused,
    says: 'Targets refuse connections: the packets arrive, and nothing accepts them. Look at the hosts, not at groups, ACLs or routes.',
  },
  silent: {
    alarm: 'silent',
    metric: metrics.silent,
    says: 'Targets do not answer: packets are dropped on the way there or back, or the host is dead.',
  },
  broken: {
    alarm: 'broken',
    metric: metrics.broken,
    says: 'Targets break connections off, close them at once, or cannot be reached. The way there is open.',
  },
  misconfigured: {
    alarm: 'misconfigured',
    metric: metrics.misconfigured,
    says: 'A fault in the configuration is known, though traffic may still flow.',
  },
  notLooked: {
    alarm: 'could-not-look',
    metric: metrics.notLooked,
    says: 'Something could not be looked at: nothing is known of it, neither good nor bad.',
  },
} as const satisfies Readonly<Record<WatchedState, object>>;

/** Where a person reads on. */
export const faultsUrl = `${documentation}/faults/README.md`;

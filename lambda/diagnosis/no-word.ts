import type { LoadBalancerWord } from '../model/evidence.ts';

/** What is said of an endpoint that stands behind no load balancer: nothing, and nothing that might settle. */
export const NO_WORD: LoadBalancerWord = { state: 'none', reason: null, settled: false };

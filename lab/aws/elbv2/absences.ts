import type { Absence } from './chosen-by.ts';

/** The API's words for what is not there. */
export const absences = {
  loadBalancer: { code: 'LoadBalancerNotFound', message: 'One or more load balancers not found' },
  listener: { code: 'ListenerNotFound', message: 'One or more listeners not found' },
  rule: { code: 'RuleNotFound', message: 'One or more rules not found' },
  targetGroup: { code: 'TargetGroupNotFound', message: 'One or more target groups not found' },
} as const satisfies Readonly<Record<string, Absence>>;

import type { FactName } from './fault.ts';

/** The `needs` of a fault of the way: its configuration suffices, and every other witness that there is makes it surer. */
export function withWitnesses<const C extends readonly FactName[]>(...configuration: C) {
  return [
    [...configuration, 'probes', 'loadBalancerWord'],
    [...configuration, 'probes'],
    [...configuration, 'loadBalancerWord'],
    configuration,
  ] as const;
}

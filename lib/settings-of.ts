import type { Deployment } from './deployment.ts';
import { proberList } from './prober-list.ts';
import type { DeployedProber } from './probers.ts';

/**
 * What is watched, and from where, as JSON (`settingsRow` in the contract). Ids, names and ARNs hold no character that JSON
 * would escape, so JSON made of tokens is JSON when they are resolved.
 */
export function settingsOf({ loadBalancers, declared }: Deployment, probers: readonly DeployedProber[]): string {
  return JSON.stringify({
    probers: proberList(probers),
    loadBalancers: loadBalancers.map(({ arn }) => arn),
    declared,
  });
}

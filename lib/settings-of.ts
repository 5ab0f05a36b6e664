import { Tokenization } from 'aws-cdk-lib';
import type { Deployment } from './deployment.ts';
import { proberList } from './prober-list.ts';
import type { DeployedProber } from './probers.ts';
import type { Watch } from './watch-props.ts';

/**
 * What is watched, and from where, as JSON (`settingsRow` in the contract). Ids, names and ARNs hold no character that JSON
 * would escape, so JSON made of tokens is JSON when they are resolved.
 */
export function settingsOf(
  { loadBalancers, watches, watchedElsewhere, declared, addresses, ports }: Deployment,
  probers: readonly DeployedProber[],
): string {
  const settings = JSON.stringify({
    probers: proberList(probers),
    loadBalancers: loadBalancers.map(({ arn }) => arn),
    declared,
    dialable: { addresses, ports },
    ...(watchedElsewhere.length === 0 ? {} : { watchedElsewhere }),
    ...(watches.length === 0 ? {} : { watches: watches.map(settingOf) }),
  });
  return settings.replaceAll(/"port":"([^"]+)"/g, '"port":$1');
}

/** A port that is known when it is deployed stands here as the text of its token; as a number it would be lost in JSON. */
function settingOf({ name, vpcId, from: { subnets, securityGroups }, to: { host, port } }: Watch) {
  return { name, from: { vpcId, subnets, securityGroups }, to: { host, port: Tokenization.stringifyNumber(port) } };
}

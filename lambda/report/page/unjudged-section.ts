import { listed } from '../../diagnosis/listed.ts';
import { balancerName } from '../../model/balancer-name.ts';
import type { Report } from '../../model/report.ts';
import { whyUnjudged } from '../why-unjudged.ts';
import { endpointName } from './endpoint-name.ts';
import { gathered } from './gathered.ts';
import type { Section } from './page.ts';
import { stateOf } from './state-of.ts';

const GONE =
  'it is watched, and is not there any more: take it out of what is watched and deploy again, or make it anew';

/** What could not be judged, with the reason: load balancers, target groups, and endpoints that nothing is known of. */
export function unjudgedSection({ loadBalancers, targetGroups, endpoints, gone = [] }: Report): Section {
  const subjects = [
    ...gone.map((arn) => ({ name: `load balancer ${balancerName(arn)}`, unjudged: GONE })),
    ...loadBalancers.map((one) => ({ name: `load balancer ${one.name}`, unjudged: whyUnjudged(one) })),
    ...targetGroups.map((one) => ({ name: `target group ${one.name}`, unjudged: whyUnjudged(one) })),
    ...endpoints
      .filter((endpoint) => stateOf(endpoint) === 'unjudged')
      .map((endpoint) => ({ name: endpointName(endpoint), unjudged: endpoint.unjudged })),
  ];
  const reasons = subjects.flatMap(({ name, unjudged }) => (unjudged === null ? [] : [{ name, unjudged }]));
  return {
    heading: 'Could not be judged',
    tone: 'unsure',
    blocks: [],
    lines: gathered(
      reasons,
      ({ unjudged }) => unjudged,
      ({ name }) => name,
    ).map(({ saying, names }) => `${listed(names)}: ${saying}`),
  };
}

import type { VantagePath } from '../../model/evidence.ts';
import { conclusiveResults } from '../conclusive-results.ts';
import { defineFault } from '../fault.ts';
import { listed } from '../listed.ts';
import { saysItConnects } from '../says-it-connects.ts';
import { testimony } from '../testimony.ts';
import { zonesOf } from '../zones-of.ts';

/** The prober stands there as somebody else, and the configuration turns it away where it admits the load balancer. */
export const fault = defineFault({
  code: 'vantage-point-differs',
  title: 'The prober is treated otherwise than the load balancer',
  component: 'prober',
  subject: 'endpoint',
  behind: true,
  kind: 'note',
  refines: ['evidence-contradicts'],
  explains: ['traffic:timed-out', 'health-check:timed-out'],
  needs: [['probes', 'paths', 'proberPaths', 'loadBalancerWord']],
  match: ({ probes, paths, proberPaths, loadBalancerWord: word }, context) => {
    if (!saysItConnects(word)) return null;
    const silent = conclusiveResults(probes, context).filter(({ outcome }) => outcome === 'timed-out');
    const ways = silent.flatMap((result) => {
      const own = verdictAt(paths, result.vantagePoint)?.path.verdict;
      const other = verdictAt(proberPaths, result.vantagePoint);
      const [blocker] = other?.path.blockers ?? [];
      return own === 'allow' && other !== undefined && blocker !== undefined ? [{ result, other, blocker }] : [];
    });
    const [first] = ways;
    if (first === undefined) return null;
    const { facts, sentence } = testimony({ results: ways.map(({ result }) => result), word }, context);
    const places = ways.map(({ result }) => result.vantagePoint);
    const worn = wearing(first.other.vantagePoint.securityGroups);
    return {
      ...{ places, sentence, worn, blocker: first.blocker },
      zones: zonesOf(places, context),
      certainty: word.settled ? 'certain' : 'likely',
      culprit: { resource: first.result.vantagePoint, value: worn },
      facts: [{ name: "the prober's own path", value: first.blocker.why }, ...facts],
    };
  },
  why: ({ places, sentence, worn, blocker }, { loadBalancer }) =>
    `At ${listed(places)} the prober has ${worn}, where ${loadBalancer.name} has ${wearing(loadBalancer.securityGroups)}. The configuration admits the load balancer, and not the prober: ${blocker.why}. ${sentence} The prober's silence proves nothing about the target.`,
  fix: ({ worn }, { loadBalancer }) => ({
    summary: `Let the prober wear what ${loadBalancer.name} wears (${wearing(loadBalancer.securityGroups)}), or admit its own groups to the targets where it must keep them (${worn}).`,
    commands: [],
    cdk: 'leave `identity` at its default, so that the probers wear the security groups of the load balancer',
    confirm: 'Check again: the prober connects, as the load balancer does.',
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
    'https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html',
    'Target health: healthy',
  ],
  page: {
    meaning:
      "A prober that wears the load balancer's own security groups sees what the load balancer sees. One that was deployed with groups of its own is another client: rules that name the load balancer's groups do not admit it. It then meets silence where the load balancer gets through.",
    probe: '`timed-out`, from the places whose prober wears other groups.',
    loadBalancer: '`healthy`.',
    user: 'Nothing.',
    confirmCode:
      "aws lambda get-function-configuration --function-name PROBER --query 'VpcConfig.SecurityGroupIds'\naws elbv2 describe-load-balancers --names NAME --query 'LoadBalancers[].SecurityGroups'",
    confusedWith:
      "A rule that is missing in the target's security group. It is missing, but only for the prober; opening it mends nothing for users. Silence while the load balancer is healthy, from a prober that wears the same groups, is `evidence-contradicts`.",
    cdk: "Keep the default identity, unless something else must be able to delete the load balancer's groups.",
    cdkCode: `// not: identity: 'own'
new OriginDoctor(this, 'OriginDoctor', { loadBalancers: [loadBalancer] });`,
  },
});

function verdictAt(paths: readonly VantagePath[], place: string): VantagePath | undefined {
  return paths.find(({ vantagePoint }) => vantagePoint.id === place);
}

function wearing(groups: readonly string[]): string {
  return groups.length === 0 ? 'no security groups' : `security groups ${listed(groups)}`;
}

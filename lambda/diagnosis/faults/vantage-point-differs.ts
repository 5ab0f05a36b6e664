import type { VantagePath } from '../../model/evidence.ts';
import type { Hop, PathJudgement } from '../../model/flow.ts';
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
    const silent = conclusiveResults(probes, context).filter(({ outcome }) => outcome === 'timed-out');
    const ways = silent.flatMap((result) => {
      const own = pathAt(paths, result.vantagePoint)?.path.verdict;
      const other = pathAt(proberPaths, result.vantagePoint);
      const hop = other === undefined ? undefined : worstHop(other.path);
      return own === 'allow' && other !== undefined && hop !== undefined ? [{ result, other, hop }] : [];
    });
    const [first] = ways;
    if (first === undefined) return null;
    const { facts, sentence } = testimony({ results: ways.map(({ result }) => result), word }, context);
    const places = ways.map(({ result }) => result.vantagePoint);
    const worn = wearing(first.other.vantagePoint.securityGroups);
    return {
      ...{ places, sentence, worn, hop: first.hop },
      zones: zonesOf(places, context),
      certainty: word.settled && saysItConnects(word) && ways.every(isDenied) ? 'certain' : 'likely',
      culprit: { resource: first.result.vantagePoint, value: worn },
      facts: [{ name: "the prober's own path", value: first.hop.why }, ...facts],
    };
  },
  why: ({ places, sentence, worn, hop }, { loadBalancer }) =>
    `At ${listed(places)} the prober has ${worn}, where ${loadBalancer.name} has ${wearing(loadBalancer.securityGroups)}. The configuration admits the load balancer, and ${isDenied({ hop }) ? 'not the prober' : 'may not admit the prober'}: ${hop.why}. ${sentence} The prober's silence proves nothing about the target.`,
  fix: ({ worn }, { loadBalancer }) => ({
    summary:
      loadBalancer.securityGroups.length === 0
        ? `Admit the prober (${worn}) to the targets: ${loadBalancer.name} has no security groups that it could wear.`
        : `Let the prober wear what ${loadBalancer.name} wears (${wearing(loadBalancer.securityGroups)}), or admit its own groups to the targets where it must keep them (${worn}).`,
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
      "A prober that wears the load balancer's own security groups sees what the load balancer sees. One that was deployed with groups of its own is another client: rules that name the load balancer's groups do not admit it, nor do those that name the addresses of its nodes. It then meets silence where the load balancer gets through.",
    probe: '`timed-out`, from the places whose prober wears other groups.',
    loadBalancer: '`healthy`. Where it says `unhealthy`, something is wrong that this prober cannot see.',
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

function pathAt(paths: readonly VantagePath[], place: string): VantagePath | undefined {
  return paths.find(({ vantagePoint }) => vantagePoint.id === place);
}

/** What stops the prober, or may. */
function worstHop({ blockers, forward, return: answer }: PathJudgement): Hop | undefined {
  return blockers[0] ?? [...forward, ...answer].find(({ decision }) => decision === 'unknown');
}

function isDenied({ hop }: { readonly hop: Hop }): boolean {
  return hop.decision === 'deny';
}

function wearing(groups: readonly string[]): string {
  return groups.length === 0 ? 'no security groups' : `security groups ${listed(groups)}`;
}

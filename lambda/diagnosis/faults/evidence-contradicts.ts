import type { EndpointContext } from '../../model/evidence.ts';
import { awsCommand } from '../aws-command.ts';
import { contradictions } from '../contradictions.ts';
import { denierInWords } from '../denier-in-words.ts';
import { defineFault } from '../fault.ts';
import { testimony } from '../testimony.ts';
import { zonesOf } from '../zones-of.ts';

/** The witnesses disagree in a way that no single state of the world explains. */
export const fault = defineFault({
  code: 'evidence-contradicts',
  title: 'The witnesses contradict each other, so nobody is blamed',
  component: 'prober',
  subject: 'endpoint',
  kind: 'note',
  refines: [],
  // A connection that is made although it is denied is no symptom: it shows beside the configuration alone.
  explains: [
    ...(['configuration', 'traffic:timed-out', 'traffic:refused', 'traffic:reset', 'traffic:closed-early'] as const),
    ...(['health-check:timed-out', 'health-check:refused'] as const),
    ...(['health-check:reset', 'health-check:closed-early'] as const),
  ],
  // Without a probe there is nobody to contradict the configuration.
  needs: [['probes', 'paths', 'loadBalancerWord'], ['probes', 'paths'], ['paths']],
  match: ({ probes = [], paths, loadBalancerWord: word }, context) =>
    contradictions({ probes, paths, loadBalancerWord: word }, context).map(({ results, hop }) => {
      const { sentence, facts } = testimony({ results, word }, context);
      const places = results.map(({ vantagePoint }) => vantagePoint);
      const verdict = paths.find(({ vantagePoint }) => places.includes(vantagePoint.id))?.path.verdict;
      const against = hop === null ? `the configuration says ${verdict ?? 'nothing'}` : `denied: ${hop.why}`;
      return {
        ...{ hop, sentence, against },
        certainty: 'certain',
        zones: zonesOf(places, context),
        culprit: culpritOf(hop, context),
        facts: [...facts, { name: 'configuration', value: against }],
      };
    }),
  why: ({ hop, sentence, against }) =>
    hop === null
      ? `${sentence} It has said so for longer than it takes to notice, and ${against}: what the prober meets is not what the load balancer meets.`
      : `${sentence} Yet ${denierInWords(hop)} should not let that connection pass (${hop.why}). Answers do not come through what denies them, and reading the configuration again changed nothing: either it is not what is in force, or it is read wrongly here.`,
  fix: ({ hop }, { caller: { arn } }) => ({
    summary:
      hop === null
        ? 'Look at what may tell the prober from the load balancer: a firewall on the host that admits the nodes by address, or a middlebox. Change nothing on account of this.'
        : `Look at ${hop.resource} by hand and check again in a minute. If it stays, tell us: then the judgement of that line is wrong. Change nothing on account of this.`,
    commands: hop === null ? [] : look(hop.resource).map((words) => awsCommand(arn, words)),
    cdk: '',
    confirm: 'Check again: what is seen, what is configured and what the load balancer says agree.',
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/security-group-connection-tracking.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'Target health: any',
  ],
  page: {
    meaning:
      'Probe, configuration and the load balancer say things that cannot all be true of one moment: a connection is answered on a way that the configuration denies, or meets silence while the load balancer has long been content. The configuration has been read again in between. Someone is wrong, and it may be this software.',
    probe:
      '`connected`, `refused`, `reset` or `closed-early` on a way that is denied; or `timed-out` where the load balancer gets through.',
    loadBalancer: 'Any word; `healthy` for longer than interval × threshold + timeout, where the probe met silence.',
    user: 'Nothing that is known of.',
    confirmCode:
      'origin-doctor path --from LOAD_BALANCER --to 10.0.1.5:8080\naws ec2 describe-security-group-rules --filters Name=group-id,Values=GROUP_ID',
    confusedWith:
      'A change under way: rules take a moment to come into force, and one check later it is gone. A prober that wears other groups than the load balancer is `vantage-point-differs`.',
    cdk: 'There is nothing to change. Deploy the newest version, whose judgement of rules may be better.',
    cdkCode: `new OriginDoctor(this, 'OriginDoctor', { loadBalancers: [loadBalancer] });`,
  },
});

function culpritOf(hop: { readonly resource: string; readonly line?: string } | null, { endpoint }: EndpointContext) {
  if (hop === null) return { resource: endpoint.target.id, value: 'silent to the prober, not to the load balancer' };
  const line = hop.line === undefined ? {} : { line: hop.line };
  return { resource: hop.resource, ...line, value: 'denies what was answered' };
}

/** How to look at what denies; nothing where the id is none of these. */
function look(resource: string): readonly string[] {
  const prefix = resource.slice(0, resource.indexOf('-'));
  const words = LOOK[prefix];
  return words === undefined ? [] : [words + resource];
}

const LOOK: Readonly<Record<string, string>> = {
  sg: 'ec2 describe-security-group-rules --filters Name=group-id,Values=',
  acl: 'ec2 describe-network-acls --network-acl-ids ',
  rtb: 'ec2 describe-route-tables --route-table-ids ',
};

import type { BehindContext } from '../../model/evidence.ts';
import { answerStoppers } from '../answer-stoppers.ts';
import { conclusiveResults } from '../conclusive-results.ts';
import { defineFault } from '../fault.ts';
import { targetInCommand } from '../target-in-command.ts';
import { testimony } from '../testimony.ts';
import { zonesOf } from '../zones-of.ts';

/** A draining target stops accepting before its deregistration delay ends. */
export const fault = defineFault({
  code: 'deregistration-race',
  title: 'The target went away before it was drained',
  component: 'target-process',
  subject: 'endpoint',
  behind: true,
  kind: 'cause',
  refines: ['target-port-closed', 'target-security-group-blocks-load-balancer'],
  explains: ['traffic:refused', 'traffic:timed-out'],
  needs: [
    ['probes', 'loadBalancerWord', 'paths'],
    ['probes', 'loadBalancerWord'],
  ],
  match: ({ probes, loadBalancerWord: word, paths = [] }, context) => {
    if (word.state !== 'draining') return null;
    // What the configuration denies is not the process's doing.
    if (paths.some(({ path }) => answerStoppers(path).length > 0)) return null;
    const results = conclusiveResults(probes, context);
    const refused = results.filter(({ outcome }) => outcome === 'refused');
    const gone = refused.length > 0 ? refused : results.filter(({ outcome }) => outcome === 'timed-out');
    if (gone.length === 0) return null;
    const { target, port } = context.endpoint;
    return {
      ...testimony({ results: gone, word }, context),
      zones: zonesOf(
        gone.map(({ vantagePoint }) => vantagePoint),
        context,
      ),
      // It may also have been taken out because it was dead already.
      certainty: 'likely',
      culprit: { resource: target.id, value: `tcp port ${port}, while draining` },
    };
  },
  why: ({ sentence }, context) =>
    `${sentence} A draining target still has its connections and the requests on them, for ${delayOf(context)}; this one no longer accepts, so it was stopped before it was drained, and what was under way was cut off.`,
  fix: (_proof, context) => ({
    summary: `Stop the process of ${context.endpoint.target.id} only once it is drained: wait for that before it is stopped, and let it serve on after SIGTERM. Where nothing takes that long, shorten the delay.`,
    commands: [targetInCommand('wait target-deregistered', context)],
    cdk: 'a stopTimeout of the container (or a preStop hook) that is longer than the deregistrationDelay of the target group',
    confirm: 'With the next deploy: the target accepts connections for as long as it is draining.',
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html',
    'Target health: Target.DeregistrationInProgress',
  ],
  page: {
    meaning:
      'A deregistered target is given no new requests, yet it keeps its connections for the deregistration delay (300 seconds by default). Whoever stops the process at once cuts them off, and what the load balancer sends while it is still hearing of the deregistration meets a closed port.',
    probe: '`refused` where the process is gone, `timed-out` where the host is, while the target is draining.',
    loadBalancer: '`draining`, `Target.DeregistrationInProgress`. Its checks say no more.',
    user: 'A handful of 502 or 504, or cut connections, with every deploy and every scale-in; nothing in between.',
    confirmCode: `aws elbv2 describe-target-health --target-group-arn TARGET_GROUP_ARN
aws elbv2 describe-target-group-attributes --target-group-arn TARGET_GROUP_ARN`,
    confusedWith:
      'A closed port or a dead host, which this looks like; but those are registered, and this target is leaving. A target that was taken out because it was dead already looks the same from here.',
    cdk: 'Let the container live longer than its connections, and the delay be no longer than they need.',
    cdkCode: `taskDefinition.addContainer('web', {
  image,
  stopTimeout: Duration.seconds(60),
});
listener.addTargets('web', {
  port: 8080,
  deregistrationDelay: Duration.seconds(45),
  targets: [service],
});`,
  },
});

function delayOf({ targetGroup: { attributes } }: BehindContext): string {
  const seconds = attributes.known ? attributes.value['deregistration_delay.timeout_seconds'] : undefined;
  return seconds === undefined ? 'its deregistration delay' : `its deregistration delay of ${seconds} s`;
}

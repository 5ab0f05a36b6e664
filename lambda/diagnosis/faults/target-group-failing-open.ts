import { defineFault } from '../fault.ts';
import { listed } from '../listed.ts';

/** States of targets that are checked; the others the load balancer has not judged. */
const UNHEALTHY = ['unhealthy', 'unhealthy.draining'];

/** Every target is unhealthy, so the load balancer sends to all of them. */
export const fault = defineFault({
  code: 'target-group-failing-open',
  title: 'Every target is unhealthy, so requests are sent to all of them',
  component: 'load-balancer',
  subject: 'target-group',
  kind: 'consequence',
  refines: [],
  explains: ['unhealthy'],
  needs: [['served']],
  match: ({ served }, { targetGroup }) => {
    // Nobody is sent to a group that no action gives a share to.
    if (served === null) return null;
    const { targetHealth } = served;
    const ill = targetHealth.filter(({ state }) => UNHEALTHY.includes(state));
    if (ill.length === 0 || targetHealth.some(({ state }) => state === 'healthy')) return null;
    const reasons = listed([...new Set(ill.flatMap(({ reason }) => reason ?? []))]) || 'no reason given';
    return {
      certainty: 'certain',
      zones: null,
      culprit: { resource: targetGroup.arn, line: 'target health', value: `${ill.length} unhealthy, none healthy` },
      facts: [
        { name: `target health of ${targetGroup.name}`, value: `${ill.length} unhealthy, none healthy` },
        { name: 'reasons', value: reasons },
      ],
      count: ill.length,
      reasons,
    };
  },
  why: ({ count, reasons }, { targetGroup: { name } }) =>
    `${count === 1 ? `The only target of ${name} that is checked is` : `All ${count} targets of ${name} that are checked are`} unhealthy (${reasons}). With no healthy target left the load balancer fails open: it sends requests to all of them as if they were healthy. That some requests are answered does not mean that the targets are well; and no target is spared any more.`,
  fix: (_proof, { targetGroup: { name } }) => ({
    summary: `Mend what makes the targets of ${name} unhealthy: it is told at the targets themselves. Nothing is to be done about the group.`,
    commands: [],
    cdk: '',
    confirm: 'Check again: at least one target is healthy, and only healthy ones are sent to.',
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    'Target health: unhealthy, for every target',
  ],
  page: {
    meaning:
      'No target of the group is healthy. Rather than answer nobody, the load balancer then sends to all of them. It is what follows from a fault and no fault by itself: what makes each target unhealthy is the cause.',
    probe: 'Whatever the targets do. Where they all `connected`, the health check is what is wrong, not the service.',
    loadBalancer: '`unhealthy` for every target that is checked.',
    user: 'All depends on why: nothing at all where only the health check is wrong; 502 or 504 where the targets are down. A target that alone is ill is no longer left out.',
    confirmCode:
      "aws elbv2 describe-target-health --target-group-arn TARGET_GROUP_ARN --query 'TargetHealthDescriptions[].TargetHealth'",
    confusedWith:
      'A healthy service, because the site works: look at the target health. An empty group, where an Application Load Balancer answers 503.',
    cdk: 'Let the health check ask for what the service answers, and alarm on the number of healthy hosts.',
    cdkCode: `listener.addTargets('Web', {
  port: 8080,
  targets: [service],
  healthCheck: { path: '/healthz', healthyHttpCodes: '200' },
});`,
  },
});

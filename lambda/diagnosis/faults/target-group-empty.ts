import type { TargetGroupContext } from '../../model/evidence.ts';
import type { Target } from '../../model/inventory.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';
import { listed } from '../listed.ts';
import { placeInWords } from '../place-in-words.ts';
import { targetWords } from '../target-words.ts';

/** Requests are forwarded to a group in which nothing is registered. */
export const fault = defineFault({
  code: 'target-group-empty',
  title: 'Requests are forwarded to a target group in which nothing is registered',
  component: 'load-balancer',
  subject: 'target-group',
  kind: 'cause',
  refines: ['listener-forwards-nowhere'],
  explains: ['configuration'],
  needs: [['served']],
  match: ({ served }, { targetGroup }) => {
    if (served === null) return null;
    const { by, targetHealth } = served;
    const draining = targetHealth.filter(({ state }) => state === 'draining').map(({ target }) => target);
    if (targetHealth.length > draining.length) return null;
    const places = by.map(({ listener, rule }) => placeInWords(listener, rule));
    const left = draining.length === 0 ? '' : `, ${draining.length} draining`;
    return {
      certainty: 'certain',
      zones: null,
      culprit: { resource: targetGroup.arn, line: 'targets', value: `none registered${left}` },
      facts: [
        { name: `targets of ${targetGroup.name}`, value: `none registered${left}` },
        { name: 'forwarded to by', value: listed(places) },
      ],
      places,
      draining,
    };
  },
  why: ({ places, draining }, context) => {
    const leaving =
      draining.length === 0
        ? ''
        : ` ${listed(draining.map(({ id }) => id))} ${draining.length === 1 ? 'is' : 'are'} draining, and given nothing new.`;
    return `${upper(listed(places))} ${places.length === 1 ? 'forwards' : 'forward'} to ${context.targetGroup.name}, in which nothing is registered.${leaving} ${answerOf(context)}`;
  },
  fix: ({ draining }, { targetGroup }) => ({
    summary: summaryOf(draining, targetGroup.name),
    commands: commandsFor(draining, targetGroup.arn),
    cdk: 'let the ECS service, the Auto Scaling group or the controller register its own targets: hand it to addTargets',
    confirm: 'Check again: the target group has targets, and each of them connects.',
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-register-targets.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html',
    'VPC Reachability Analyzer: ELBV2_NO_TARGETS_IN_AZ',
  ],
  page: {
    meaning:
      'A listener or rule forwards to the target group, and no target is registered in it: the service was scaled to nothing, its tasks do not start, the Auto Scaling group is not attached, or a deploy took the old targets out before it registered the new ones. Draining targets do not count: they keep what they have and are given nothing new.',
    probe: 'Nothing is there to be dialled, save targets that drain.',
    loadBalancer: '`describe-target-health` is empty, or every line says `draining`.',
    user: '503 from an Application Load Balancer, at once. Through a Network Load Balancer, which fails open, a connection that nobody takes.',
    confirmCode: 'aws elbv2 describe-target-health --target-group-arn TARGET_GROUP_ARN',
    confusedWith:
      'A group whose targets are all unhealthy: an Application Load Balancer still sends to those. A group whose targets are all `unused` (their zone is not enabled) gives 503 too, and is not empty.',
    cdk: 'Hand the service to the listener, so that whatever starts is registered.',
    cdkCode: `listener.addTargets('Api', {
  port: 9090,
  protocol: elbv2.ApplicationProtocol.HTTP,
  targets: [fargateService],
});`,
  },
});

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Where the type of the load balancer is not known, both are told. */
function answerOf({ loadBalancers }: TargetGroupContext): string {
  return loadBalancers.some(({ type }) => type === 'network')
    ? 'A Network Load Balancer fails open, and there is nobody to send to: connections get nowhere.'
    : 'The load balancer answers such requests with 503.';
}

function summaryOf(draining: readonly Target[], name: string): string {
  const meant = `Register the targets that are to serve in ${name}`;
  return draining.length === 0
    ? `${meant}; which those are (instances, addresses, a function) only its owner knows. Where a service or an Auto Scaling group registers them, see why it runs none.`
    : `${meant}. Those that are still draining can be taken back at once.`;
}

function commandsFor(draining: readonly Target[], arn: string): readonly string[] {
  if (draining.length === 0) return [];
  const targets = draining.map(targetWords).join(' ');
  return [awsCommand(arn, `elbv2 register-targets --target-group-arn ${arn} --targets ${targets}`)];
}

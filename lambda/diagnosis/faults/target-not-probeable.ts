import type { TargetGroup, TargetHealth } from '../../model/inventory.ts';
import { isDialled } from '../../model/is-dialled.ts';
import { defineFault } from '../fault.ts';

/**
 * The targets of the group are not dialled, as they cannot be over TCP, or are load balancers. Said so; that no fault is named
 * never passes for health.
 */
export const fault = defineFault({
  code: 'target-not-probeable',
  title: 'The targets of this group are not dialled',
  component: 'prober',
  subject: 'target-group',
  kind: 'note',
  refines: [],
  explains: ['configuration'],
  // What kind of targets it has came with the group itself; their health only tells more.
  needs: [['targetHealth'], []],
  match: ({ targetHealth }, { targetGroup }) => {
    if (isDialled(targetGroup)) return null;
    const kind = kindOf(targetGroup);
    const word = targetHealth === undefined ? 'nobody asked for it' : wordOf(targetHealth);
    return {
      certainty: 'certain',
      zones: null,
      culprit: { resource: targetGroup.arn, line: 'kind of target', value: kind },
      facts: [
        { name: `kind of target of ${targetGroup.name}`, value: kind },
        { name: "the load balancer's own word", value: word },
      ],
      word,
    };
  },
  why: ({ word }, { targetGroup }) =>
    `${reasonOf(targetGroup)} So nothing of ${targetGroup.name} is dialled, ${toldOf(targetGroup)} What is known is the load balancer's own word: ${word}.`,
  fix: (_proof, { targetGroup: { name, targetType } }) => ({
    summary:
      targetType === 'alb'
        ? `That it is not dialled needs no mending. Let the Application Load Balancer behind ${name} be watched, too.`
        : `Nothing is to be mended here. Watch ${name} by other means: the load balancer's metrics, and those of the targets.`,
    commands: [],
    cdk: '',
    confirm: 'The next check says the same.',
    changes: null,
  }),
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html',
  ],
  page: {
    meaning:
      "The targets are functions, which have no address; or the group speaks UDP, QUIC or GENEVE only, where no connection is ever opened and silence proves nothing. The doctor opens TCP connections, and so it has nothing to say of them. It says that, and does not call them healthy. Or the target of a Network Load Balancer is an Application Load Balancer: that one is looked at as a load balancer itself, with targets of its own, where it is watched, and `origin-doctor path` judges the way through both. As a target it stands in the report with the Network Load Balancer's word alone: unhealthy is a symptom, healthy counts as judged.",
    probe:
      'Nothing is dialled. The report holds no endpoint of the group, save of a registered load balancer, which carries no probe.',
    loadBalancer:
      'Its own word is all there is. Functions are mostly `unavailable`, `Target.HealthCheckDisabled`; of UDP and GENEVE it tells what its TCP or HTTP checks saw.',
    user: 'Unknown from here.',
    confirmCode:
      "aws elbv2 describe-target-groups --target-group-arns TARGET_GROUP_ARN --query 'TargetGroups[].[TargetType,Protocol]'",
    confusedWith: 'A healthy group: that no fault is named does not mean that there is none.',
    cdk: "Alarm on the function's errors, or on the load balancer's own metrics of the group.",
    cdkCode: `handler.metricErrors().createAlarm(this, 'ThumbnailsFail', {
  threshold: 1,
  evaluationPeriods: 3,
});`,
  },
});

function kindOf({ targetType, protocol }: TargetGroup): string {
  if (targetType === 'alb') return 'Application Load Balancer';
  return targetType === 'lambda' ? 'Lambda function' : `${targetType} over ${protocol ?? 'no protocol'}`;
}

function reasonOf({ targetType, protocol, name }: TargetGroup): string {
  if (targetType === 'lambda') {
    return `The targets of ${name} are Lambda functions: the load balancer invokes them, and they have no address to connect to.`;
  }
  if (targetType === 'alb') {
    return `The target of ${name} is an Application Load Balancer, which is looked at as a load balancer itself where it is watched; \`origin-doctor path\` judges the way through both.`;
  }
  return `${name} speaks ${protocol ?? 'no protocol'} only, over which no TCP connection can be opened.`;
}

function toldOf({ targetType }: TargetGroup): string {
  return targetType === 'alb'
    ? 'and whether connections pass was not seen.'
    : 'this report holds no endpoint of it, and that it names no fault there says nothing about its targets.';
}

/** `2 healthy, 1 unavailable (Target.HealthCheckDisabled)`. */
function wordOf(health: readonly TargetHealth[]): string {
  const words = health.map(({ state, reason }) => (reason === null ? state : `${state} (${reason})`));
  const counts = [...new Set(words)].map((word) => `${words.filter((one) => one === word).length} ${word}`);
  return counts.join(', ') || 'no target is registered';
}

import type { ActionPlace } from '../action-places.ts';
import { actionPlaces } from '../action-places.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';
import { type Forwarded, forwardTargets } from '../forward-targets.ts';
import { listed } from '../listed.ts';
import { placeInWords } from '../place-in-words.ts';

/** A listener or one of its rules forwards to no target group that can receive. */
export const fault = defineFault({
  code: 'listener-forwards-nowhere',
  title: 'A listener or rule forwards to no target group that can receive',
  component: 'load-balancer',
  subject: 'load-balancer',
  kind: 'cause',
  refines: [],
  explains: ['configuration'],
  needs: [
    ['listeners', 'rules', 'targetGroups'],
    ['listeners', 'rules'],
  ],
  match: ({ listeners, rules, targetGroups = null }, { loadBalancer: { type } }) =>
    actionPlaces(listeners, rules).flatMap((place) => {
      const forwarded = forwardTargets(place, type, targetGroups);
      if (forwarded === null || forwarded.some(({ lost }) => lost === null)) return [];
      const { listener, rule } = place;
      const words = listed(forwarded.map((one) => one.words)) || 'no target group is named';
      return {
        certainty: 'certain' as const,
        zones: null,
        culprit: {
          resource: rule?.arn ?? listener.arn,
          line: rule === null ? 'default action' : `rule ${rule.priority}`,
          value: words,
        },
        facts: [{ name: placeInWords(listener, rule), value: words }],
        place,
        forwarded,
        words,
      };
    }),
  why: ({ place: { listener, rule }, words }, { loadBalancer: { name, type } }) => {
    const user = type === 'application' ? 'Whoever comes this way is answered 503' : 'Whoever connects gets nowhere';
    return `${capital(placeInWords(listener, rule))} of ${name} forwards, and nobody receives: ${words}. ${user}, however healthy the targets are.`;
  },
  fix: ({ place, forwarded }) => {
    const where = placeInWords(place.listener, place.rule);
    const command = commandFor(place, forwarded);
    const groups = forwarded.filter(({ lost }) => lost === 'weight').map(({ name }) => name);
    const choice =
      groups.length > 1
        ? `Give the one of ${listed(groups)} that is to serve a weight above 0 in ${where}.`
        : `Let ${where} forward to a target group that is to serve.`;
    return {
      summary: command === null ? choice : `Let ${where} forward to ${listed(groups)} again.`,
      commands: command === null ? [] : [command],
      cdk: 'weights that add up to more than 0 in ListenerAction.weightedForward; one target group in ListenerAction.forward',
      confirm: 'Check again: the listener has a target group that receives. Then call the address of the service once.',
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-action-types.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-troubleshooting.html',
    'VPC Reachability Analyzer: ELBV2_LISTENER_HAS_NO_TG',
  ],
  page: {
    meaning:
      'The action of a rule, or the default action of a listener, names target groups, and none of them can receive a request: each has the weight 0 (a cutover from blue to green that was broken off half way), was deleted, or speaks a protocol that this type of load balancer does not forward.',
    probe: 'Nothing: the targets are dialled and answer.',
    loadBalancer: 'The targets may be `healthy` all along. Health checks do not care for weights.',
    user: '503 from an Application Load Balancer, at once, for the requests that the rule takes and for no others.',
    confirmCode: `aws elbv2 describe-rules --listener-arn LISTENER_ARN --query 'Rules[].[Priority,Conditions[].Values,Actions[].ForwardConfig.TargetGroups]'`,
    confusedWith:
      'An empty target group, which answers 503 too: there the group has its weight, and nothing is registered in it. A rule that answers with a fixed 503 on purpose (a maintenance page) forwards nothing, and is not this.',
    cdk: 'Write the weights down in one place, and let the deployment tool move them; never leave both at 0.',
    cdkCode: `listener.addAction('Api', {
  priority: 10,
  conditions: [elbv2.ListenerCondition.pathPatterns(['/api/*'])],
  action: elbv2.ListenerAction.weightedForward([
    { targetGroup: blue, weight: 0 },
    { targetGroup: green, weight: 100 },
  ]),
});`,
  },
});

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Only where one group alone is meant, and no other action (authentication) would be lost by writing the actions anew. */
function commandFor({ listener, rule, actions }: ActionPlace, forwarded: readonly Forwarded[]): string | null {
  const [only, ...others] = forwarded;
  if (actions.length !== 1 || only === undefined || others.length > 0 || only.lost !== 'weight') return null;
  const action = `Type=forward,TargetGroupArn=${only.arn}`;
  return rule === null
    ? awsCommand(listener.arn, `elbv2 modify-listener --listener-arn ${listener.arn} --default-actions ${action}`)
    : awsCommand(rule.arn, `elbv2 modify-rule --rule-arn ${rule.arn} --actions ${action}`);
}

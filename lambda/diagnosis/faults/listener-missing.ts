import type { LoadBalancerContext } from '../../model/evidence.ts';
import type { Listener, LoadBalancer, TargetGroup } from '../../model/inventory.ts';
import { awsCommand } from '../aws-command.ts';
import { defineFault } from '../fault.ts';
import { listed } from '../listed.ts';
import { type MissingListener, missingListeners } from '../missing-listeners.ts';
import { placeInWords } from '../place-in-words.ts';

/** Nothing listens on a port that clients are sent to. */
export const fault = defineFault({
  code: 'listener-missing',
  title: 'Nothing listens on a port that clients are sent to',
  component: 'load-balancer',
  subject: 'load-balancer',
  kind: 'cause',
  refines: [],
  explains: ['configuration', 'listener:refused', 'listener:timed-out'],
  needs: [
    ['listeners', 'rules', 'targetGroups'],
    ['listeners', 'rules'],
  ],
  match: ({ targetGroups = [], ...facts }, context) => {
    const { arn } = context.loadBalancer;
    return missingListeners(facts, context).map((missing) => ({
      // Something before the load balancer (a CDN, a proxy) may serve the port under the same name.
      certainty: missing.declared ? 'certain' : 'likely',
      zones: null,
      culprit: { resource: culpritOf(missing) ?? arn, line: `port ${missing.port}`, value: 'no listener' },
      facts: [
        { name: 'listeners', value: listed(facts.listeners.map(nameOf)) || 'none' },
        ...missing.redirects.map(({ place, protocol }) => ({
          name: placeInWords(place.listener, place.rule),
          value: `redirects to ${protocol}:${missing.port}`,
        })),
        ...(missing.declared ? [{ name: 'declared', value: `port ${missing.port}` }] : []),
      ],
      missing,
      targetGroups,
    }));
  },
  why: ({ missing }, { loadBalancer }) => {
    const { name } = loadBalancer;
    const before = ' Should something before it (a CDN, a proxy) serve that port under the same name, all is well.';
    const words = `${wanted(missing, name)}, and ${name} has no listener there. ${answerOf(loadBalancer)}.`;
    return missing.declared ? words : words + before;
  },
  fix: ({ missing, targetGroups }, context) => {
    const command = commandFor(missing, targetGroups, context);
    const redirect = missing.redirects.length === 0 ? '' : ', or take the redirect away';
    return {
      summary: `Create a listener on port ${missing.port} of ${context.loadBalancer.name}${redirect}.${command === null ? ` ${whatToGive(missing, context)}` : ''}`,
      commands: command === null ? [] : [command],
      cdk: `loadBalancer.addListener with port ${missing.port}, in the stack that owns the load balancer`,
      confirm: `Check again: ${context.loadBalancer.name} listens on port ${missing.port}.`,
      changes: null,
    };
  },
  see: [
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-listeners.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html',
    'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-listeners.html',
  ],
  page: {
    meaning:
      'Clients are sent to a port of the load balancer on which it does not listen: a rule redirects them there (mostly HTTP to HTTPS, before anyone created the HTTPS listener), or whoever deployed the doctor declared that the port is to be served.',
    probe:
      'Nothing by itself: the probers dial the targets. At the port itself a Network Load Balancer is silent; an Application Load Balancer is believed to refuse, where its security groups admit the client.',
    loadBalancer: 'Nothing: every target may be healthy.',
    user: 'The first request is answered with a redirect, and the second finds nobody: the browser says "connection refused" or waits until it gives up.',
    confirmCode: `aws elbv2 describe-listeners --load-balancer-arn LOAD_BALANCER_ARN --query 'Listeners[].[Protocol,Port]'
curl -sI http://LOAD_BALANCER_DNS_NAME/ | grep -i location`,
    confusedWith:
      "The load balancer's security group, which is silent for a port that it does not admit; and both are often missing together. Where a CDN or a proxy stands before the load balancer and serves the port itself, the redirect may be right.",
    cdk: 'Create both listeners in one place, the one for HTTP only to redirect.',
    cdkCode: `loadBalancer.addListener('Https', {
  port: 443,
  certificates: [certificate],
  defaultTargetGroups: [web],
});
loadBalancer.addRedirect(); // HTTP:80 to HTTPS:443`,
  },
});

function culpritOf({ redirects }: MissingListener): string | undefined {
  const place = redirects[0]?.place;
  return place?.rule?.arn ?? place?.listener.arn;
}

function nameOf({ protocol, port }: Listener): string {
  return `${protocol}:${port}`;
}

function wanted({ port, redirects, declared }: MissingListener, name: string): string {
  const by = redirects.map(({ place }) => placeInWords(place.listener, place.rule));
  const sent =
    by.length === 0 ? [] : [`${listed(by)} ${by.length === 1 ? 'sends' : 'send'} clients on to port ${port}`];
  const words = listed([...(declared ? [`${name} is declared to serve port ${port}`] : []), ...sent]);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function answerOf({ type }: LoadBalancer): string {
  return type === 'application'
    ? 'Whoever connects is refused, as far as is known of Application Load Balancers; where the security groups do not admit the port, nothing comes back'
    : 'Whoever connects hears nothing';
}

/** A certificate, or a choice between target groups, is for people to give: then there is no command that could run. */
function commandFor(
  { port, redirects }: MissingListener,
  targetGroups: readonly TargetGroup[],
  { loadBalancer: { arn, type } }: LoadBalancerContext,
): string | null {
  const protocol = type === 'network' ? 'TCP' : 'HTTP';
  const mine = targetGroups.filter(({ loadBalancerArns }) => loadBalancerArns.includes(arn));
  const [group, ...others] = mine.filter((one) => one.protocol === protocol);
  const wantsMore = port === 443 || type === 'gateway' || redirects.some((one) => one.protocol !== protocol);
  if (group === undefined || others.length > 0 || wantsMore) return null;
  const action = `--default-actions Type=forward,TargetGroupArn=${group.arn}`;
  return awsCommand(
    arn,
    `elbv2 create-listener --load-balancer-arn ${arn} --protocol ${protocol} --port ${port} ${action}`,
  );
}

function whatToGive({ port, redirects }: MissingListener, { loadBalancer: { arn } }: LoadBalancerContext): string {
  const secure = port === 443 || redirects.some(({ protocol }) => protocol === 'HTTPS');
  const what = secure ? 'a certificate for the name that clients use, and the target group' : 'the target group';
  return `\`aws elbv2 create-listener\` for ${arn} wants ${what} that it is to forward to, which nobody but you can choose.`;
}

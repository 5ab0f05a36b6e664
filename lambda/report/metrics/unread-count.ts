import type { Report } from '../../model/report.ts';

/** How an unread thing names whom it belongs to, at its end: `target health of target group web`. */
const OWNER = /(load balancer|target group) (\S+)$/;

/**
 * How many resources could not be read that concern a load balancer (ARN): its own and its target groups', and those that all
 * share (subnets, rules, …). Where only the report's subjects tell, they are counted.
 */
export function unreadCount({ unread, loadBalancers, targetGroups }: Report, arn: string): number {
  const own = loadBalancers.filter((one) => one.arn === arn);
  const groups = targetGroups.filter((group) => group.loadBalancers.includes(arn));
  const concerning = unread.filter(({ what }) => {
    const [, kind, name] = OWNER.exec(what) ?? [];
    if (kind === undefined) return true;
    return (kind === 'load balancer' ? own : groups).some((one) => one.name === name);
  });
  return Math.max(concerning.length, [...own, ...groups].filter(({ unjudged }) => unjudged !== null).length);
}

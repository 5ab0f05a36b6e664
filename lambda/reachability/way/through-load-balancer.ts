import type { Action, Listener, LoadBalancer, Rule } from '../../model/inventory.ts';
import type { RuleWay, ThroughLoadBalancer, WayHop } from '../../model/way.ts';
import { bestOf } from './best-of.ts';
import type { Arrival, Ground } from './ground.ts';
import { judgeGroup } from './judge-group.ts';
import { listenerAt } from './listener-at.ts';
import { rulesOf } from './rules-of.ts';

/**
 * Judges how a connection goes on that has come to a load balancer's node: listener, rules, target groups, targets. It
 * passes where one registered target is reached; where no rule forwards at all, where the listener answers by itself.
 * Which rule a request matches lies in the request, so every rule counts.
 */
export function throughLoadBalancer(ground: Ground, arrival: Arrival): ThroughLoadBalancer {
  const { loadBalancer, node, port } = arrival;
  const { hop, listener } = listenerAt(ground.inventory, loadBalancer, port);
  const told = {
    loadBalancer: { arn: loadBalancer.arn, name: loadBalancer.name, type: loadBalancer.type },
    zone: node.zone,
  };
  if (listener === null) return { ...told, hop, verdict: hop.decision, rules: [], assumptions: [] };
  const { rules: table, assumption } = rulesOf(ground.inventory, loadBalancer, listener);
  const rules = table.map((rule) => judgeRule(ground, arrival, rule));
  const groups = rules.flatMap((rule) => rule.groups);
  const said = [assumption, ...groups.flatMap((group) => group.assumptions)].filter((text) => text !== null);
  const end = groups.length === 0 ? withoutTargets(hop, rules, loadBalancer, listener) : hop;
  const verdict =
    end.decision === 'allow' && groups.length > 0 ? bestOf(groups.map((one) => one.verdict)) : end.decision;
  return { ...told, hop: end, verdict, rules, assumptions: said };
}

function judgeRule(ground: Ground, arrival: Arrival, { priority, conditions, actions }: Rule): RuleWay {
  const forwarded = actions.flatMap((action) => (action.type === 'forward' ? action.targetGroups : []));
  return {
    priority,
    conditions,
    answers: forwarded.length === 0 ? answerOf(actions) : null,
    groups: forwarded.map((one) => judgeGroup(ground, arrival, one, throughLoadBalancer)),
  };
}

/** Authentication comes before another action, and answers nobody for good. */
function answerOf(actions: readonly Action[]): string | null {
  return actions.find(({ type }) => type === 'redirect' || type === 'fixed-response')?.type ?? null;
}

function withoutTargets(hop: WayHop, rules: readonly RuleWay[], { name }: LoadBalancer, listener: Listener): WayHop {
  const answers = [...new Set(rules.flatMap((rule) => rule.answers ?? []))];
  const at = `listener ${listener.protocol}:${listener.port} of ${name}`;
  if (answers.length > 0) return { ...hop, why: `${at} answers by itself (${answers.join(', ')})` };
  return { ...hop, decision: 'deny', why: `${at} forwards to no target group` };
}

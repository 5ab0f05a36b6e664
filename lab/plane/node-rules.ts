import type { Listener, NetworkInterface, TargetHealth } from '../../lambda/model/inventory.ts';
import type { World } from '../world/world.ts';
import { balancerOf } from './balancer-of.ts';
import { checkKey } from './health-board.ts';
import { preservesClient } from './preserves-client.ts';
import { type Reached, targetsOfNode } from './targets-of-node.ts';

type Health = Readonly<Record<string, readonly TargetHealth[]>>;
type Forward = { readonly port: number; readonly targets: readonly string[] };

/** On connections whose targets see the node's own address. */
const OWN_ADDRESS = 1;

/**
 * What a Network Load Balancer's node does with clients' connections, as an nftables script that replaces the one before it
 * in one step. A TCP listener's port is translated to a target that is healthy, or to any where none is ("fail open",
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html); which one depends on
 * where the client dials from. Whatever else is sent to a node is swallowed: a port without a listener is silence. Of
 * several groups that a listener forwards to, a weight counts only as nothing or something.
 */
export function nodeRules(world: World, node: NetworkInterface, health: Health): string {
  const own = node.addresses.find((one) => one.primary)?.address ?? '';
  const arn = balancerOf(world, node)?.arn;
  const listeners = world.listeners.filter((one) => one.loadBalancerArn === arn && OVER_TCP.includes(one.protocol));
  const forwards = listeners.map((listener) => forwardOf(world, node, listener, health));
  const serving = forwards.filter(({ targets }) => targets.length > 0);
  return [
    'flush ruleset',
    'table ip node {',
    ...serving.flatMap(({ port, targets }) =>
      targets.map((rules, index) => `chain ${chainOf(port, index)} {\n${rules}\n}`),
    ),
    'chain listeners {',
    'type nat hook prerouting priority dstnat',
    ...serving.map(({ port, targets }) => `ip daddr ${own} tcp dport ${port} ${oneOf(port, targets)}`),
    '}',
    'chain sources {',
    'type nat hook postrouting priority srcnat',
    `ct mark ${OWN_ADDRESS} snat to ${own}`,
    '}',
    'chain forward {',
    'type filter hook forward priority 0; policy drop;',
    'ct status dnat accept',
    '}',
    'chain input {',
    'type filter hook input priority 0; policy drop;',
    'iifname "lo" accept',
    'ct state established,related accept',
    '}',
    '}',
    '',
  ].join('\n');
}

const OVER_TCP = ['TCP', 'TCP_UDP'];

function forwardOf(world: World, node: NetworkInterface, listener: Listener, health: Health): Forward {
  const used = listener.defaultActions
    .flatMap((action) => action.targetGroups)
    .flatMap(({ arn, weight }) => world.targetGroups.filter((group) => group.arn === arn && weight > 0));
  const targets = used.flatMap((group) => {
    const mark = preservesClient(group) ? '' : `ct mark set ${OWN_ADDRESS}\n`;
    const reached = willing(group.arn, targetsOfNode(world, node, group), health[group.arn] ?? []);
    return reached.map(({ target, address }) => {
      return `${mark}meta l4proto tcp dnat to ${address}:${target.port ?? group.port}`;
    });
  });
  return { port: listener.port, targets };
}

function willing(arn: string, reached: readonly Reached[], health: readonly TargetHealth[]): readonly Reached[] {
  const lines = health.filter(({ state }) => state === 'healthy');
  const healthy = new Set(lines.map(({ target }) => checkKey(arn, target)));
  const well = reached.filter(({ target }) => healthy.has(checkKey(arn, target)));
  return well.length > 0 ? well : reached;
}

/** By the client's address and port, as a Network Load Balancer's flow hash does. */
function oneOf(port: number, targets: readonly string[]): string {
  const choices = targets.map((_, index) => `${index} : goto ${chainOf(port, index)}`);
  return `jhash ip saddr . tcp sport mod ${targets.length} vmap { ${choices.join(', ')} }`;
}

function chainOf(port: number, index: number): string {
  return `target_${port}_${index}`;
}

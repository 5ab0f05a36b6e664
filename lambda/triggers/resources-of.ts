import { parseAddress } from '../model/address.ts';
import type { Fact } from '../model/fact.ts';
import type { Inventory, LoadBalancer, NetworkInterface, Subnet } from '../model/inventory.ts';
import type { WatchedPath } from '../model/watch.ts';

/**
 * What a load balancer or a watched path rests on: ids, ARNs and addresses of itself, its listeners, rules, target groups and targets, the
 * interfaces, instances and subnets where it and they stand, their security groups with rules and prefix lists, their
 * network ACLs and route tables with what these lead to, and the transit gateway route tables of their VPCs. `unread`: kinds
 * that were not read and may hide more.
 */
export type Footing = { readonly ids: ReadonlySet<string>; readonly unread: readonly string[] };

type Gathered = { readonly ids: Set<string>; readonly unread: Set<string> };

/** Gathers what a load balancer or a watched path rests on from the inventory alone. */
export function resourcesOf(owner: LoadBalancer | WatchedPath, inventory: Inventory): Footing {
  const gathered: Gathered = { ids: new Set(), unread: new Set() };
  if ('arn' in owner) {
    const { arn, vpcId, securityGroups, zones } = owner;
    add(gathered, [arn, vpcId, ...securityGroups, ...zones.map(({ subnetId }) => subnetId)]);
    addServing(gathered, owner, inventory);
  } else {
    const { from, to, resolved } = owner;
    add(gathered, [from.vpcId, ...from.subnets, ...from.securityGroups, to.host]);
    if (resolved?.known) add(gathered, resolved.value);
  }
  addStanding(gathered, 'arn' in owner ? `ELB ${owner.arn.split(':loadbalancer/')[1]}` : null, inventory);
  addNetwork(gathered, inventory);
  addRules(gathered, inventory);
  return { ids: gathered.ids, unread: [...gathered.unread] };
}

/** Listeners, rules, and every target group that is attached or forwarded to, with its targets. */
function addServing(gathered: Gathered, { arn }: LoadBalancer, inventory: Inventory): void {
  const forwards = new Set<string>();
  for (const listener of read(gathered, 'listeners', inventory.listeners[arn])) {
    add(gathered, [listener.arn]);
    const rules = read(gathered, 'rules', inventory.rules[listener.arn]);
    add(
      gathered,
      rules.map((rule) => rule.arn),
    );
    const actions = [listener.defaultActions, ...rules.map((rule) => rule.actions)].flat();
    for (const { targetGroups } of actions) for (const group of targetGroups) forwards.add(group.arn);
  }
  const groups = read(gathered, 'target groups', inventory.targetGroups);
  for (const group of groups.filter(({ loadBalancerArns }) => loadBalancerArns.includes(arn))) forwards.add(group.arn);
  for (const group of forwards) {
    const targets = read(gathered, 'target health', inventory.targetHealth[group]);
    add(gathered, [group, ...targets.map(({ target }) => target.id)]);
  }
}

/** Interfaces of the nodes (by their description) and targets with what they wear, and instances of which no interface was read. */
function addStanding(gathered: Gathered, node: string | null, inventory: Inventory): void {
  const wanted = new Set([...gathered.ids].flatMap(addressKey));
  const stands = (one: NetworkInterface) =>
    one.description === node ||
    gathered.ids.has(one.id) ||
    (one.attachment?.instanceId != null && gathered.ids.has(one.attachment.instanceId)) ||
    addressesOf(one)
      .flatMap(addressKey)
      .some((key) => wanted.has(key));
  for (const one of read(gathered, 'network interfaces', inventory.networkInterfaces).filter(stands)) {
    const { id, subnetId, vpcId, groups, attachment } = one;
    add(gathered, [id, subnetId, vpcId, ...groups, ...addressesOf(one)]);
    if (attachment?.instanceId != null) add(gathered, [attachment.instanceId]);
  }
  for (const { id, subnetId, vpcId } of read(gathered, 'instances', inventory.instances)) {
    if (gathered.ids.has(id))
      add(
        gathered,
        [subnetId, vpcId].filter((one) => one !== null),
      );
  }
}

/** What governs the subnets: their own network ACL and route table, or the VPC's default and main one. */
function addNetwork(gathered: Gathered, inventory: Inventory): void {
  const subnets = read(gathered, 'subnets', inventory.subnets).filter(({ id }) => gathered.ids.has(id));
  const acls = read(gathered, 'network ACLs', inventory.networkAcls);
  add(
    gathered,
    governing(acls, subnets, ({ isDefault }) => isDefault).map(({ id }) => id),
  );
  const tables = read(gathered, 'route tables', inventory.routeTables);
  for (const { id, routes } of governing(tables, subnets, ({ main }) => main)) {
    const lists = routes.map(({ destination }) => destination).filter((one) => one.startsWith('pl-'));
    add(gathered, [id, ...routes.map(({ target }) => target), ...lists]);
  }
  const { transitGatewayAttachments: attachments } = inventory;
  const attached = attachments.known ? attachments.value.filter((one) => gathered.ids.has(one.resourceId)) : [];
  add(
    gathered,
    attached.flatMap(({ id, routeTableId }) => (routeTableId === null ? [id] : [id, routeTableId])),
  );
}

type Governs = { readonly vpcId: string; readonly subnetIds: readonly string[] };

function governing<T extends Governs>(
  all: readonly T[],
  subnets: readonly Subnet[],
  isFallback: (one: T) => boolean,
): T[] {
  const own = new Set(all.flatMap(({ subnetIds }) => subnetIds));
  const loose = subnets.filter(({ id }) => !own.has(id));
  return all.filter(
    (one) =>
      one.subnetIds.some((id) => subnets.some((subnet) => subnet.id === id)) ||
      (isFallback(one) && loose.some(({ vpcId }) => vpcId === one.vpcId)),
  );
}

function addRules(gathered: Gathered, inventory: Inventory): void {
  for (const { id, groupId, peer } of read(gathered, 'security group rules', inventory.securityGroupRules)) {
    if (!gathered.ids.has(groupId)) continue;
    add(gathered, peer.kind === 'prefix-list' ? [id, peer.id] : [id]);
  }
}

function add({ ids }: Gathered, more: readonly string[]): void {
  for (const id of more) ids.add(id);
}

/** The items of a fact; none where it was not read, which is noted. */
function read<T>({ unread }: Gathered, what: string, fact: Fact<readonly T[]> | undefined): readonly T[] {
  if (fact?.known === true) return fact.value;
  unread.add(what);
  return [];
}

function addressesOf({ addresses, ipv6Addresses }: NetworkInterface): readonly string[] {
  const own = addresses.flatMap(({ address, publicAddress }) => [
    address,
    ...(publicAddress === null ? [] : [publicAddress]),
  ]);
  return [...own, ...ipv6Addresses];
}

/** One key, or none for what is no literal address. */
function addressKey(text: string): readonly string[] {
  const address = parseAddress(text);
  return address === null ? [] : [`${address.family} ${address.value}`];
}

import { holderOf } from '../model/holder-of.ts';
import type { Inventory, TargetHealth } from '../model/inventory.ts';

/**
 * Whether a kept configuration no longer serves: targets came or went since it was read (of a new one neither address nor
 * groups are known), a watched name leads to an address that nothing in it holds, or a group of it cannot be asked for any more.
 */
export function isOutdated(kept: Inventory, refreshed: Inventory): boolean {
  return hasMoved(kept, refreshed) || haveChanged(kept, refreshed);
}

function hasMoved({ watches = [], networkInterfaces }: Inventory, refreshed: Inventory): boolean {
  const before = watches.flatMap(({ resolved }) => (resolved?.known ? resolved.value : []));
  const now = (refreshed.watches ?? []).flatMap(({ resolved }) => (resolved?.known ? resolved.value : []));
  const interfaces = networkInterfaces.known ? networkInterfaces.value : [];
  const published = interfaces.flatMap(({ addresses }) => addresses.map(({ publicAddress }) => publicAddress));
  return now.some(
    (address) =>
      !before.includes(address) && !published.includes(address) && holderOf(interfaces, [address]) === undefined,
  );
}

function haveChanged(kept: Inventory, refreshed: Inventory): boolean {
  return Object.entries(kept.targetHealth).some(([arn, before]) => {
    const now = refreshed.targetHealth[arn];
    if (now === undefined || now.known !== before.known) return true;
    return now.known && before.known && namesOf(now.value) !== namesOf(before.value);
  });
}

function namesOf(lines: readonly TargetHealth[]): string {
  const names = lines.map(({ target: { id, port } }) => `${id}:${port}`);
  return names.toSorted().join(' ');
}

import type { Inventory, TargetHealth } from '../model/inventory.ts';

/**
 * Whether a kept configuration no longer serves: targets came or went since it was read (of a new one neither address nor
 * groups are known), a watched name leads elsewhere, or a group of it cannot be asked for any more.
 */
export function isOutdated(kept: Inventory, refreshed: Inventory): boolean {
  const movedAway = JSON.stringify(kept.watches) !== JSON.stringify(refreshed.watches);
  return (
    movedAway ||
    Object.entries(kept.targetHealth).some(([arn, before]) => {
      const now = refreshed.targetHealth[arn];
      if (now === undefined || now.known !== before.known) return true;
      return now.known && before.known && namesOf(now.value) !== namesOf(before.value);
    })
  );
}

function namesOf(lines: readonly TargetHealth[]): string {
  const names = lines.map(({ target: { id, port } }) => `${id}:${port}`);
  return names.toSorted().join(' ');
}

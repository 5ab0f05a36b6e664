import type { Inventory } from '../model/inventory.ts';

/** Puts the names of security groups beside their ids in a sentence: `sg-0af1` becomes `sg-0af1 (api)`. */
export type NamedGroups = (text: string) => string;

/** Names of the groups of an inventory; those that are not in it, or whose name is in the text already, stay as they are. */
export function namedGroups({ securityGroups }: Pick<Inventory, 'securityGroups'>): NamedGroups {
  if (!securityGroups.known) return (text) => text;
  const names = new Map(securityGroups.value.map(({ id, name }) => [id, name]));
  return (text) =>
    text.replaceAll(/\bsg-[0-9a-z]+\b/g, (id) => {
      const name = names.get(id);
      return name === undefined || name === id || text.includes(`${id} (${name})`) ? id : `${id} (${name})`;
    });
}

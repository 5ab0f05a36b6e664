/** Puts the names of security groups beside their ids in a sentence: `sg-0af1` becomes `sg-0af1 (api)`. */
export type NamedGroups = (text: string) => string;

/** Names these groups; others, and those whose name is in the text already, stay as they are. */
export function namedGroups(groups: readonly { readonly id: string; readonly name: string }[]): NamedGroups {
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return (text) =>
    text.replaceAll(/\bsg-[0-9a-z]+\b/g, (id) => {
      const name = names.get(id);
      return name === undefined || name === id || text.includes(`${id} (${name})`) ? id : `${id} (${name})`;
    });
}

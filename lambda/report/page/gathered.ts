/** Gathers things by what is said of them, in the order of first mention: saying to the names that it is said of. */
export function gathered<T>(
  things: readonly T[],
  saying: (thing: T) => string,
  name: (thing: T) => string,
): readonly { readonly saying: string; readonly names: readonly string[] }[] {
  const names = new Map<string, readonly string[]>();
  for (const thing of things) names.set(saying(thing), [...(names.get(saying(thing)) ?? []), name(thing)]);
  return [...names].map(([said, of]) => ({ saying: said, names: of }));
}

// What Node 20 lacks and this code uses. esbuild puts these in place of the names (https://esbuild.github.io/api/#inject),
// so that no global of a program that uses the package is changed. Where Node has its own, that is taken.

type GroupBy = typeof Map.groupBy;
type WithResolvers = typeof Promise.withResolvers;

const groupBy: GroupBy = /* @__PURE__ */ own<GroupBy>(Map, 'groupBy') ?? grouped;
const withResolvers: WithResolvers = /* @__PURE__ */ own<WithResolvers>(Promise, 'withResolvers') ?? resolvers;

export { groupBy as 'Map.groupBy', withResolvers as 'Promise.withResolvers' };

function own<T extends (...args: never[]) => unknown>(holder: object, name: string): T | undefined {
  return (Reflect.get(holder, name) as T | undefined)?.bind(holder) as T | undefined;
}

function grouped<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index);
    index += 1;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

function resolvers<T>(): PromiseWithResolvers<T> {
  let settle: Omit<PromiseWithResolvers<T>, 'promise'> | undefined;
  const promise = new Promise<T>((resolve, reject) => {
    settle = { resolve, reject };
  });
  return { promise, ...settle } as PromiseWithResolvers<T>;
}

/**
 * Builds a value from an object once and keeps it for as long as the object lives, so that thousands of flows can be
 * judged on one inventory without indexing it again. The object must not change afterwards; inventories never do.
 */
export function oncePer<K extends object, V extends object>(build: (key: K) => V): (key: K) => V {
  const built = new WeakMap<K, V>();
  return (key) => {
    const kept = built.get(key);
    if (kept !== undefined) return kept;
    const value = build(key);
    built.set(key, value);
    return value;
  };
}

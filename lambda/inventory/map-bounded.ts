/** Maps with at most `limit` in flight, results in the order of the items. The first failure rejects, and nothing new is begun. */
export async function mapBounded<Item, Result>(
  limit: number,
  items: readonly Item[],
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  let failed = false;
  const work = async (): Promise<void> => {
    // All workers draw from the one iterator, so every item is taken once.
    for (const [index, item] of waiting) {
      if (failed) return;
      try {
        results[index] = await map(item);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, work));
  return results;
}

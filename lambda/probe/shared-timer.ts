/** Something that waits: from `set` on until its time, in milliseconds of `performance.now()`. */
export type Waiting = { dueMs: number };

/** What `sharedTimer` gives. */
export type SharedTimer<T extends Waiting> = {
  /** Has the item wait until then, in place of any time before. */
  readonly set: (item: T, dueMs: number) => void;
  /** The item waits no more. Where nothing waits, nothing keeps the process alive. */
  readonly clear: (item: T) => void;
};

/**
 * One timer for the thousands of things that wait at the same time and are mostly called off: a timer of Node's for each was a
 * tenth of the processor time that a probe takes.
 *
 * Timers run before the sockets are polled. Where the process stood still meanwhile (a small function gets a fraction
 * of a processor), the answer may lie in the kernel: what is due is told so only when the sockets were polled once more.
 */
export function sharedTimer<T extends Waiting>(due: (item: T) => void): SharedTimer<T> {
  const items = new Set<T>();
  let timer: NodeJS.Timeout | undefined;
  let firesMs = Number.POSITIVE_INFINITY;

  const set = (item: T, dueMs: number): void => {
    item.dueMs = dueMs;
    items.add(item);
    if (dueMs < firesMs) start(dueMs);
  };
  const clear = (item: T): void => {
    if (items.delete(item) && items.size === 0) stop();
  };
  const start = (dueMs: number): void => {
    clearTimeout(timer);
    firesMs = dueMs;
    timer = setTimeout(fire, Math.max(0, dueMs - performance.now()));
  };
  const stop = (): void => {
    clearTimeout(timer);
    firesMs = Number.POSITIVE_INFINITY;
  };
  const fire = (): void => {
    setImmediate(tell, performance.now());
  };
  const tell = (nowMs: number): void => {
    for (const item of items) {
      if (item.dueMs > nowMs) continue;
      items.delete(item);
      due(item);
    }
    stop();
    if (items.size > 0) start(earliest(items));
  };
  return { set, clear };
}

function earliest(items: ReadonlySet<Waiting>): number {
  let earliestMs = Number.POSITIVE_INFINITY;
  for (const { dueMs } of items) earliestMs = Math.min(earliestMs, dueMs);
  return earliestMs;
}

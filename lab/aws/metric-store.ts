/** A metric as put: its name, where it belongs, and its dimensions. */
export type StoredMetric = {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: readonly { readonly name: string; readonly value: string }[];
};

/** The metrics put so far, by an identity of their own: `ListMetrics` shows each once. */
export type MetricStore = Map<string, StoredMetric>;

/** What the caller chose: load balancers by name or ARN, or by tags that all hold; with neither, all. */
export type Chosen = {
  readonly names: readonly string[];
  readonly tags: readonly { readonly key: string; readonly value: string }[];
};

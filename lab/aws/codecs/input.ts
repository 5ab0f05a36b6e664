/** A request's parameters, whatever the protocol: nested structures and lists. Query protocols give only texts. */
export type Input = { readonly [name: string]: unknown };

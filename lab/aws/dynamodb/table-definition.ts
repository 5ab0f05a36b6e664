/** A table that is there: its name, and its two key attributes, both text. */
export type TableDefinition = { readonly name: string; readonly partitionKey: string; readonly sortKey: string };

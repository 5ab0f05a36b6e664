/** An answer, or a part of one, before it is written as XML, JSON or CBOR. Null and undefined are left out. */
export type Tree = string | number | boolean | null | undefined | readonly Tree[] | TreeObject;

/** A structure: member names to parts. */
export type TreeObject = { readonly [name: string]: Tree };

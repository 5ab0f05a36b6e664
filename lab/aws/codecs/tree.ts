/** An answer, or a part of one, before it is written as XML, JSON or CBOR. Null and undefined are left out. */
export type Tree = string | number | boolean | null | undefined | readonly Tree[] | TreeMap | TreeObject;

/** A map with keys of the caller's own, which XML writes otherwise than a structure. Only services that speak XML have one. */
export type TreeMap = ReadonlyMap<string, string>;

/** A structure: member names to parts. */
export type TreeObject = { readonly [name: string]: Tree };

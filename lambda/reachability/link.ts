/**
 * What lies between two interfaces, as far as references to security groups go: in which direction a rule that names the
 * other's group counts, and why, as a clause (AWS, *Security group rules*, *Update your security groups to reference peer
 * security groups*, *Security group referencing* for transit gateways).
 */
export type Link = { readonly honours: 'always' | 'ingress' | 'never' | 'not-known'; readonly why: string };

/** Who the caller is, as STS says. */
export type Identity = { readonly account: string; readonly arn: string };

import type { Operand } from './condition.ts';

/** One operand of `SET`: an attribute, a value, or an attribute with what stands in where it is missing. */
export type SetOperand =
  | Operand
  | { readonly kind: 'if_not_exists'; readonly name: string; readonly otherwise: Operand };

/** One attribute set: to an operand, or to the sum or difference of two. */
export type SetAction = {
  readonly name: string;
  readonly first: SetOperand;
  readonly second: { readonly sign: '+' | '-'; readonly operand: SetOperand } | null;
};

/** An update, as parsed. */
export type Update = { readonly sets: readonly SetAction[]; readonly removes: readonly string[] };

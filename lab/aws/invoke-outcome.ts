/** What came of invoking a function: its answer, an error that it threw, or a refusal by Lambda itself. */
export type InvokeOutcome =
  | { readonly kind: 'answer'; readonly payload: unknown }
  | {
      readonly kind: 'function-error';
      readonly payload: { readonly errorType: string; readonly errorMessage: string };
    }
  | { readonly kind: 'service-error'; readonly name: string; readonly message: string; readonly status: number };

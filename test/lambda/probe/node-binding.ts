/** `process.binding` of this process. */
export const nodeBinding = (
  process as unknown as { readonly binding: (name: string) => Readonly<Record<string, unknown>> }
).binding;

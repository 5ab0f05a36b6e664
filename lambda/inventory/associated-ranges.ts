/** The ranges that are in force; one that is being associated or taken away, or could not be associated, is not. */
export function associatedRanges(
  associations: readonly { readonly range: string | undefined; readonly state: string | undefined }[] = [],
): readonly string[] {
  return associations.flatMap(({ range, state = 'associated' }) =>
    state === 'associated' && range !== undefined ? [range] : [],
  );
}

/** The value of the `Name` tag; null where there is none, or an empty one. */
export function nameTag(tags: readonly { readonly Key?: string; readonly Value?: string }[] = []): string | null {
  return tags.find((tag) => tag.Key === 'Name')?.Value || null;
}

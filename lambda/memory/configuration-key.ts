/** The row that says when configuration last changed. */
export const configurationKey = { partition: 'configuration', sort: 'changed' } as const;

/** How a verb that reports may be told to report. */
export const formats = ['text', 'json', 'markdown', 'html'] as const;

/** One of them. */
export type Format = (typeof formats)[number];

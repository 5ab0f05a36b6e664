/** Where a verb may be told to dial from: the deployed probers, this machine, nowhere. */
export const places = ['vpc', 'local', 'none'] as const;

/** One of them. */
export type Place = (typeof places)[number];

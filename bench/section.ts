/** One part of the bench: measures, and gives its lines. Rejects where something failed to run, never for being slow. */
export type Section = () => Promise<readonly string[]>;

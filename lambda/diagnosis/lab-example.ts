/** What was broken in a fault's own world of the lab, in a sentence, and what was said of it there: lines of at most 78 columns. */
export type LabExample = { readonly breaks: string; readonly said: string };

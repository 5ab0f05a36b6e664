/** How grave a thing is; typesetters may colour by it, but the words must say it too. */
export type Tone = 'bad' | 'unsure' | 'good' | 'plain';

/** One piece of a row: a sentence to be wrapped, or a command to be copied, which never is. */
export type Piece = { readonly kind: 'text' | 'command'; readonly text: string };

/** A labelled part of a block: `Observed`, `Since`, `Because`, `Fix`, `Confirm`. */
export type Row = { readonly label: string; readonly pieces: readonly Piece[] };

/** One finding, or one group of like things. `tag` says how sure or how many; `code` is a fault's code. */
export type Block = {
  readonly title: string;
  readonly tag: string | null;
  readonly code: string | null;
  readonly rows: readonly Row[];
};

/** One judged station of a way: `STOP` is where it is denied, `?` where that cannot be told. */
export type Step = {
  readonly mark: 'ok' | 'STOP' | '?';
  /** What stands there: `network ACL, inwards`. */
  readonly what: string;
  /** Which, and which line of it. */
  readonly place: string;
  readonly why: string;
};

/** A thing with others below it, as in a tree. `state` is how it is, in a word or a few; null: nothing is said. */
export type Branch = {
  readonly name: string;
  readonly state: string | null;
  readonly tone: Tone;
  readonly below: readonly Branch[];
};

/** Blocks, steps, branches or plain lines of one kind under one heading. */
export type Section = {
  readonly heading: string;
  readonly tone: Tone;
  /** A sentence before all else. */
  readonly lead?: string;
  readonly blocks: readonly Block[];
  readonly lines: readonly string[];
  readonly steps?: readonly Step[];
  readonly branches?: readonly Branch[];
};

/** One thing that was looked at, and in what state it is; `parts` hang below it. */
export type Subject = {
  readonly state: string;
  readonly tone: Tone;
  readonly name: string;
  readonly detail: string;
  readonly parts: readonly Omit<Subject, 'parts'>[];
};

/** A report as words, ready to be typeset as text, Markdown or HTML. No markup, no wrapping, no colour. */
export type Page = {
  readonly title: string;
  readonly when: string;
  readonly verdict: { readonly tone: Tone; readonly text: string };
  readonly subjects: readonly Subject[];
  readonly basis: readonly string[];
  readonly sections: readonly Section[];
  readonly closing: readonly string[];
};

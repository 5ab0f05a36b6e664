import wrapAnsi from 'wrap-ansi';
import type { Tone } from './page/page.ts';
import { plainWords } from './plain-words.ts';

/** How a terminal is to be written to: `width` in columns, `colour` only where the reader's end shows it. */
export type SheetOptions = { readonly width?: number; readonly colour: boolean };

/** What a line is painted as. Colour only repeats what the words say. */
export type Style = Tone | 'strong' | 'dim';

/** A terminal's measures. Text that is handed in loses its control characters: names come from whoever set a tag. */
export type Sheet = {
  readonly width: number;
  readonly paint: (text: string, style: Style) => string;
  /** Wraps between words, each line indented; a word that is too long stays whole. */
  readonly wrapped: (text: string, indent: number) => string[];
  /** Wraps as an item of a list, with a dash at the indent. */
  readonly bullet: (text: string, indent: number) => string[];
  /** Leaves the line as long as it is. */
  readonly whole: (text: string, indent: number) => string;
};

/** The sheet for a terminal, 80 columns wide unless told otherwise, and 40 at least. */
export function sheet({ width = 80, colour }: SheetOptions): Sheet {
  const columns = Math.max(40, width);
  const wrapped = (text: string, indent: number) =>
    wrapAnsi(plainWords(text), columns - indent)
      .split('\n')
      .map((line) => `${' '.repeat(indent)}${line}`);
  return {
    width: columns,
    paint: colour ? painted : (text) => text,
    wrapped,
    bullet: (text, indent) => {
      const [first = '', ...rest] = wrapped(text, indent + 2);
      return [`${' '.repeat(indent)}- ${first.trimStart()}`, ...rest];
    },
    whole: (text, indent) => `${' '.repeat(indent)}${plainWords(text)}`,
  };
}

/** Select Graphic Rendition codes (ECMA-48, 8.3.117); 0 ends them. */
const CODES: Record<Style, string> = { bad: '1;31', unsure: '1;33', good: '32', plain: '1', strong: '1', dim: '2' };

function painted(text: string, style: Style): string {
  return `\u001b[${CODES[style]}m${text}\u001b[0m`;
}

import type { Page } from '../lambda/report/page/page.ts';
import { htmlPage } from '../lambda/report/typeset/html-page.ts';
import { markdownPage } from '../lambda/report/typeset/markdown-page.ts';
import { terminalPage } from '../lambda/report/typeset/terminal-page.ts';
import { appearance } from './appearance.ts';
import type { Format } from './formats.ts';

/** What is to be typeset: the page for people, and the same as JSON. */
export type Said = { readonly page: () => Page; readonly json: () => string };

/** A page in the format that was asked for. */
export function typeset({ page, json }: Said, output: Format, colourAllowed: boolean): string {
  switch (output) {
    case 'json':
      return json();
    case 'markdown':
      return markdownPage(page());
    case 'html':
      return htmlPage(page());
    case 'text':
      return terminalPage(page(), appearance(colourAllowed));
  }
}

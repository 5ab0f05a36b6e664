import type { Report } from '../../model/report.ts';
import { missingLines } from './missing-lines.ts';
import type { Section } from './page.ts';
import { stateOf } from './state-of.ts';

/** Faults that could not be excluded at endpoints whose cause is known: a second one may stand behind the first. */
export function inconclusiveSection({ endpoints }: Report): Section {
  return {
    heading: 'Could not be excluded',
    tone: 'plain',
    blocks: [],
    lines: missingLines(endpoints.filter((endpoint) => stateOf(endpoint) !== 'unexplained')),
  };
}

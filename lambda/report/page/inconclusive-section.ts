import type { Report } from '../../model/report.ts';
import { missingLines } from './missing-lines.ts';
import type { Section } from './page.ts';
import { stateOf } from './state-of.ts';

/** Faults that could not be excluded, but for endpoints that show a symptom without a cause: those have their own section. */
export function inconclusiveSection({ loadBalancers, targetGroups, endpoints }: Report): Section {
  return {
    heading: 'Could not be excluded',
    tone: 'plain',
    blocks: [],
    lines: missingLines(
      [...loadBalancers, ...targetGroups, ...endpoints.filter((one) => stateOf(one) !== 'unexplained')].map(
        ({ diagnosis }) => diagnosis,
      ),
    ),
  };
}

import { balancerName } from '../model/balancer-name.ts';
import type { Report } from '../model/report.ts';
import type { Page } from '../report/page/page.ts';
import { pageOf } from '../report/page/page-of.ts';
import type { GateAnswer } from './gate-answer.ts';

/** What a gate came to in words, above the report of its last check; null where none came to a report. */
export function gatePage({ verdict, reason, readmitted, gone = [], checks }: GateAnswer, report: Report | null): Page {
  const page = report === null ? BLANK : pageOf(report);
  const registered = readmitted.length === 0 ? [] : [`Registered again: ${readmitted.join(', ')}.`];
  const missed = gone.length === 0 ? [] : [`Watched, and not there any more: ${gone.map(balancerName).join(', ')}.`];
  return {
    ...page,
    title: 'Origin Doctor: gate',
    verdict: { tone: TONES[verdict], text: `${WORDS[verdict]} ${reason}` },
    closing: [...registered, ...missed, `Checks of the gate: ${checks}.`, ...page.closing],
  };
}

const BLANK: Omit<Page, 'title' | 'verdict'> = { when: '', subjects: [], basis: [], sections: [], closing: [] };

const WORDS: Record<GateAnswer['verdict'], string> = {
  passed: 'Passed.',
  held: 'Held.',
  unknown: 'It could not be told.',
};

const TONES: Record<GateAnswer['verdict'], Page['verdict']['tone']> = {
  passed: 'good',
  held: 'bad',
  unknown: 'unsure',
};

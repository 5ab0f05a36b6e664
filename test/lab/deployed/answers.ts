import type { InvokeOutcome } from '../../../lab/aws/invoke-outcome.ts';
import type { Lab } from '../../../lab/lab.ts';
import type { ReportSummary } from '../../../lambda/report/summary-of.ts';
import { told } from './minutes.ts';

/** What the load balancers say of their targets. */
export function wordsOf(lab: Lab) {
  return Object.values(lab.health()).flat();
}

/** The summaries that functions answered to schedule and events; throws where one answered anything else. */
export function summariesOf(outcomes: readonly InvokeOutcome[]): readonly ReportSummary[] {
  return outcomes.map((outcome) => {
    if (outcome.kind === 'answer' && Object.hasOwn(Object(outcome.payload), 'summary'))
      return (outcome.payload as { readonly summary: ReportSummary }).summary;
    throw new Error(`nothing was checked: ${JSON.stringify(outcome).slice(0, 500)}`);
  });
}

/** Actions that an alarm carried out on its way to ALARM. */
export function actionsOf(lab: Lab, alarm: string): readonly string[] {
  return told(lab, 'alarm').flatMap(({ name, state, actions }) => (name === alarm && state === 'ALARM' ? actions : []));
}

type ToldChange = { readonly kind: string; readonly code: string };

/** Changes of state that were put on the event bus. */
export function changesTold(lab: Lab): readonly ToldChange[] {
  return told(lab, 'event').flatMap(({ detail }) => (detail as { changes: readonly ToldChange[] }).changes);
}

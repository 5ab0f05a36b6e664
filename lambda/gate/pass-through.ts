import type { AwsClients } from '../inventory/aws-clients.ts';
import type { Report } from '../model/report.ts';
import { type GateAnswer, gateAnswer } from './gate-answer.ts';
import { readmit } from './readmit.ts';
import { type GateRun, runGate } from './run-gate.ts';
import type { Readmission } from './wanted.ts';

/** A gate, and the targets that are registered again once it has passed. */
export type Passage = GateRun & {
  readonly clients: Pick<AwsClients, 'elbv2'>;
  readonly readmissions: readonly Readmission[];
};

/** Runs a gate to its end and registers again what waits for that. Rejects as `runGate` does, and where AWS refuses to register. */
export async function passThrough({ clients, readmissions, ...run }: Passage): Promise<Passed> {
  const stand = await runGate(run);
  const { verdict, report } = stand;
  const isOpen = verdict.verdict === 'passed' && report !== null && readmissions.length > 0;
  return { answer: gateAnswer(stand, isOpen ? await readmit(clients, report, readmissions) : []), report };
}

/** What a gate came to, and the last report. */
type Passed = { readonly answer: GateAnswer; readonly report: Report | null };

import type { LabFault } from '../../lab/faults/lab-fault.ts';
import type { Report } from '../../lambda/model/report.ts';
import { findingBlock } from '../../lambda/report/page/finding-block.ts';
import { groupFindings } from '../../lambda/report/page/group-findings.ts';
import { sheet } from '../../lambda/report/sheet.ts';
import { blockLines } from '../../lambda/report/typeset/block-lines.ts';

/** `Since` differs from run to run; what confirms the fix, and the fix in CDK, have places of their own on the page. */
const ROWS = ['Where', 'Observed', 'Because', 'Fix'];

/**
 * What is kept in `lab/examples`: what was broken, in one line, and what a report says of it, as on the terminal, but
 * without times. Two columns narrower than a screen, for it is shown indented. Throws where the report does not name it.
 */
export function exampleOf({ code, breaks }: Pick<LabFault, 'code' | 'breaks'>, measured: Report): string {
  const report = beforeNoticed(measured);
  const group = groupFindings(report).find(({ finding }) => finding.code === code);
  if (group === undefined) throw new Error(`the report does not name ${code}`);
  const { finding } = group;
  const block = findingBlock({ ...group, finding: { ...finding, fix: { ...finding.fix, cdk: '' } } }, report);
  const rows = block.rows.filter(({ label }) => ROWS.includes(label));
  const lines = blockLines({ ...block, rows }, '', sheet({ width: 78, colour: false }));
  const said = lines.map((line) => line.trimEnd()).join('\n');
  return `${breaks}\n\n${said.trimEnd()}\n`;
}

/** Whether a load balancer has noticed by the time of the check, is a matter of the machine's pace: here none has. */
function beforeNoticed(report: Report): Report {
  return JSON.parse(JSON.stringify(report), (key, value) => {
    if (key === 'elb' && value?.state === 'unhealthy' && !value.settled)
      return { ...value, state: 'healthy', reason: null };
    return typeof value === 'string' ? value.replace(NOTICED, 'the load balancer says healthy, which may lag') : value;
  });
}

const NOTICED = /the load balancer says unhealthy(?: \([^)]*\))?, which may lag/;

import type { FaultData } from '../../diagnosis/fault.ts';
import { type Symptom, symptoms } from './symptoms.ts';

/** The page that alarms link to, in Markdown: a section for each state, with the faults of the catalogue that explain it. */
export function symptomsPage(faults: readonly FaultData[]): string {
  const sections = symptoms.flatMap((symptom) => section(symptom, faults));
  return `${[...BEGINNING, ...sections].join('\n\n')}\n`;
}

const BEGINNING: readonly string[] = [
  '# Symptoms',
  'What an alarm means, what it can and cannot be, and what to type first. An alarm is named `DEPLOYMENT/LOAD-BALANCER/STATE`, or `DEPLOYMENT/WATCH/STATE` for a watched path: its sections are below. `DEPLOYMENT/LOAD-BALANCER` is in ALARM when one of its states is and no deploy is being followed; it alone sends messages, and the message of Origin Doctor beside it names the cause. Alarms of a target group (`DEPLOYMENT/_kept/LOAD-BALANCER/TARGET-GROUP/STATE`) mean the same, of that group.',
  'In the commands `NAME` is that of the load balancer or of the watched path, as in the name of the alarm. Only the deployed probers (`--from vpc`) know a watched path; `LOAD-BALANCER` stands where a watched path will not do.',
  'This page is generated: edit `lambda/report/symptoms` or the faults, then `npm run docs`.',
];

function section(
  { name, means, can, cannot, commands, isExplainedBy }: Symptom,
  faults: readonly FaultData[],
): string[] {
  return [
    `## ${name}`,
    means,
    `What it is, or can be:\n\n${items(can)}`,
    `What it is not:\n\n${items(cannot)}`,
    `First:\n\n\`\`\`sh\n${commands.join('\n')}\n\`\`\``,
    ...explanations(faults.filter(({ kind, explains }) => kind === 'cause' && explains.some(isExplainedBy))),
  ];
}

function items(sentences: readonly string[]): string {
  return sentences.map((sentence) => `- ${sentence}`).join('\n');
}

function explanations(faults: readonly FaultData[]): readonly string[] {
  if (faults.length === 0) return [];
  const lines = faults.map(({ code, title }) => `- [\`${code}\`](faults/${code}.md): ${title}.`);
  return [`Faults that explain it, in the order of the packet's way:\n\n${lines.join('\n')}`];
}

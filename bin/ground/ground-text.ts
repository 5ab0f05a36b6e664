import type { GroundLine, GroundState } from '../../lambda/doctor/ground-line.ts';
import { counted } from '../../lambda/report/page/counted.ts';
import { moment } from '../../lambda/report/page/moment.ts';
import type { Tone } from '../../lambda/report/page/page.ts';
import { type Sheet, type SheetOptions, sheet } from '../../lambda/report/sheet.ts';
import type { GroundDocument } from './ground-document.ts';

const TONES: Readonly<Record<GroundState, Tone>> = { ok: 'good', warning: 'unsure', missing: 'bad', unknown: 'unsure' };
/** Where names begin beside the state. */
const STATE = 11;

/** The doctor's findings of its own ground for a person at a terminal. Ends with a newline. */
export function groundText(document: GroundDocument, options: SheetOptions): string {
  const on = sheet(options);
  const { region, account, checkedAt, lines } = document;
  const place = [account, region].filter((part) => part !== null).join(' ');
  const parts = [...new Set(lines.map(({ part }) => part))];
  const texts = [
    `${on.paint('Origin Doctor: its own ground', 'strong')}   ${[place, moment(checkedAt)].filter((part) => part !== '').join('   ')}`,
    ...parts.flatMap((part) => [
      ...heading(part, on),
      ...lines.filter((line) => line.part === part).flatMap((line) => lineTexts(line, on)),
    ]),
    ...heading('cost', on),
    ...costTexts(document, on),
    ...heading('seen only in the lab', on),
    ...on.wrapped('No line of this has run on AWS yet. On a first deployment look at this:', 2),
    ...document.firstDeployment.flatMap((text) => on.bullet(text, 2)),
    ...on.wrapped(document.limits, 2),
    '',
    ...on.wrapped(verdict(lines), 0),
  ];
  return `${texts.join('\n')}\n`;
}

function heading(text: string, on: Sheet): readonly string[] {
  return ['', on.paint(`-- ${text.toUpperCase()} ${'-'.repeat(Math.max(0, on.width - text.length - 4))}`, 'dim')];
}

function lineTexts({ state, subject, says, todo, command }: GroundLine, on: Sheet): readonly string[] {
  const [first = '', ...rest] = on.wrapped(`${subject}: ${says}`, STATE);
  return [
    `  ${on.paint(state, TONES[state])}${first.slice(2 + state.length)}`,
    ...rest,
    ...(todo === null ? [] : on.wrapped(todo, STATE + 2)),
    ...(command === null ? [] : [on.whole(command, STATE + 4)]),
  ];
}

function costTexts({ monthlyCost, monthlyCostUnknown }: GroundDocument, on: Sheet): readonly string[] {
  if (monthlyCost === null) return on.wrapped(`It is not known: ${monthlyCostUnknown}.`, 2);
  const { of, dollars, items } = monthlyCost;
  const what = [
    counted(of.loadBalancers, 'load balancer'),
    counted(of.targetGroups, 'target group'),
    counted(of.targets, 'target'),
    ...(of.watches === 0 ? [] : [counted(of.watches, 'watched path')]),
  ];
  const lead = `About $${dollars.toFixed(2)} a month for ${what.join(', ')}, checked every minute while all is well (prices of us-east-1, without free tiers):`;
  return [
    ...on.wrapped(lead, 2),
    ...items.map((item) => on.whole(`$${item.dollars.toFixed(2).padStart(8)}  ${item.what}`, 4)),
  ];
}

function verdict(lines: readonly GroundLine[]): string {
  const count = (state: GroundState) => lines.filter((line) => line.state === state).length;
  const [missing, unknown, warnings] = [count('missing'), count('unknown'), count('warning')];
  if (missing + unknown + warnings === 0) return 'All of it is ok.';
  return `${missing} missing, ${unknown} unknown, ${counted(warnings, 'warning')}, ${count('ok')} ok.`;
}

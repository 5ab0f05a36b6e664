import type { FaultData } from '../diagnosis/fault.ts';
import type { LabExample } from '../diagnosis/lab-example.ts';
import { listed } from '../diagnosis/listed.ts';
import { type Sheet, type SheetOptions, sheet } from './sheet.ts';
import { shellLines } from './shell-lines.ts';

/**
 * One entry of the catalogue in full, for a person at a terminal, with what was said of it in its own world of the lab
 * (null where that is not at hand). Code, commands and what was said stay as they are. Ends with a newline.
 */
export function explanation(fault: FaultData, example: LabExample | null, options: SheetOptions): string {
  const on = sheet(options);
  const { code, title, kind, component, refines, see, page } = fault;
  const lines = [
    ...on.wrapped(title, 0).map((line) => on.paint(line, 'strong')),
    on.paint(code, 'dim'),
    '',
    ...on.wrapped(`A ${kind}, found at the ${component.replaceAll('-', ' ')}.${moreExact(refines)}`, 0),
    ...prose('What it means', page.meaning, on),
    ...prose('What a connection sees', page.probe, on),
    ...prose('What the load balancer says', page.loadBalancer, on),
    ...prose('What users see', page.user, on),
    ...(example === null ? [] : shown(example, on)),
    ...commands('To confirm it by hand', page.confirmCode, on),
    ...prose('To mend it in a CDK app', page.cdk, on),
    '',
    ...page.cdkCode.split('\n').map((line) => on.whole(line, 4)),
    ...prose('What it is confused with', page.confusedWith, on),
    '',
    on.paint('See also', 'strong'),
    ...see.flatMap((source) => on.bullet(source, 2)),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function moreExact(refines: readonly string[]): string {
  return refines.length === 0 ? '' : ` It is the more exact word for ${listed(refines)}.`;
}

function prose(heading: string, text: string, on: Sheet): readonly string[] {
  return ['', on.paint(heading, 'strong'), ...text.split('\n').flatMap((line) => on.wrapped(line, 2))];
}

/** Ids and addresses are the lab's: a reader must not paste them. */
function shown({ breaks, said }: LabExample, on: Sheet): readonly string[] {
  return [
    ...prose('An example, with what mends it', `${breaks} ${EXAMPLE_LEAD}`, on),
    '',
    ...said.split('\n').map((line) => on.whole(line, 2)),
  ];
}

const EXAMPLE_LEAD = "A check then says this, with the lab's ids where yours will stand:";

function commands(heading: string, text: string, on: Sheet): readonly string[] {
  const lines = text.split('\n').flatMap((line) => shellLines(line, on.width - 4));
  return ['', on.paint(heading, 'strong'), '', ...lines.map((line) => on.whole(line, 4))];
}

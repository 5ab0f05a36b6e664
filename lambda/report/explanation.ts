import type { FaultData } from '../diagnosis/fault.ts';
import { listed } from '../diagnosis/listed.ts';
import { type Sheet, type SheetOptions, sheet } from './sheet.ts';

/** One entry of the catalogue in full, for a person at a terminal. Code and commands stay whole. Ends with a newline. */
export function explanation(fault: FaultData, options: SheetOptions): string {
  const on = sheet(options);
  const { code, title, kind, component, refines, see, page } = fault;
  const lines = [
    on.paint(title, 'strong'),
    on.paint(code, 'dim'),
    '',
    ...on.wrapped(`A ${kind}, found at the ${component.replaceAll('-', ' ')}.${moreExact(refines)}`, 0),
    ...prose('What it means', page.meaning, on),
    ...prose('What a connection sees', page.probe, on),
    ...prose('What the load balancer says', page.loadBalancer, on),
    ...prose('What users see', page.user, on),
    ...verbatim('To confirm it by hand', page.confirmCode, on),
    ...prose('What it is confused with', page.confusedWith, on),
    ...prose('In a CDK app', page.cdk, on),
    ...page.cdkCode.split('\n').map((line) => on.whole(line, 4)),
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

function verbatim(heading: string, text: string, on: Sheet): readonly string[] {
  return ['', on.paint(heading, 'strong'), ...text.split('\n').map((line) => on.whole(line, 4))];
}

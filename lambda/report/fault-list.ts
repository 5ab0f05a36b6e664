import type { FaultData } from '../diagnosis/fault.ts';
import { type SheetOptions, sheet } from './sheet.ts';

/** The catalogue for a person at a terminal: each code with its title, in the packet's order. Ends with a newline. */
export function faultList(faults: readonly FaultData[], options: SheetOptions): string {
  const on = sheet(options);
  const lines = faults.flatMap(({ code, title, kind }) => [
    `${on.paint(code, 'strong')}${kind === 'cause' ? '' : ` (${kind})`}`,
    ...on.wrapped(title, 4),
  ]);
  const more = 'More on one of them: origin-doctor explain CODE';
  return `${[...lines, '', ...on.wrapped(more, 0)].join('\n')}\n`;
}

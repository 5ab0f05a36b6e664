import type { FaultData } from './fault.ts';

/** The list of all faults in Markdown, with links to their pages. */
export function faultIndex(faults: readonly FaultData[]): string {
  const lines = faults.map(({ code, title }) => `- [\`${code}\`](${code}.md): ${title}.`);
  return [
    '# Faults',
    '',
    "In the packet's order from the load balancer to the process, ourselves last. Where several are present, the first",
    'leads. These pages are generated: edit the fault in `lambda/diagnosis/faults`, then `npm run docs`.',
    '',
    ...lines,
    '',
  ].join('\n');
}

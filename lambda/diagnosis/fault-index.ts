import { componentInWords } from './component-in-words.ts';
import type { FaultData } from './fault.ts';

/** The list of all faults in Markdown, with links to their pages. */
export function faultIndex(faults: readonly FaultData[]): string {
  const rows = faults.map(
    ({ code, title, component, explains }) =>
      `| [\`${code}\`](${code}.md) | ${title} | ${componentInWords(component)} | ${explains.map((one) => `\`${one}\``).join(', ')} |`,
  );
  return [
    '# Faults',
    '',
    "In the packet's order from the load balancer to the process, ourselves last. Where several are present, the first",
    'leads. These pages are generated: edit the fault in `lambda/diagnosis/faults`, then `npm run docs`.',
    '',
    '| code | in words | place | explains |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

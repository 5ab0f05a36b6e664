import type { Branch } from '../page/page.ts';
import type { Sheet } from '../sheet.ts';

/** A tree drawn with lines, each name with how it is behind it; what does not fit is carried on below its own name. */
export function branchLines(branches: readonly Branch[], on: Sheet): readonly string[] {
  return branches.flatMap((branch) => [...named(branch, '', '', on), ...below(branch.below, '', on)]);
}

function below(branches: readonly Branch[], stem: string, on: Sheet): readonly string[] {
  return branches.flatMap((branch, index) => {
    const last = index === branches.length - 1;
    const deeper = `${stem}${last ? '   ' : '│  '}`;
    return [...named(branch, `${stem}${last ? '└─ ' : '├─ '}`, deeper, on), ...below(branch.below, deeper, on)];
  });
}

function named({ name, state, tone, below: { length } }: Branch, stem: string, deeper: string, on: Sheet): string[] {
  const words = state === null ? name : `${name}  ${state}`;
  const [first = '', ...rest] = on.wrapped(words, stem.length);
  const under = length === 0 ? `${deeper}  ` : `${deeper}│ `;
  const lines = [first.trimStart(), ...rest.map((line) => line.trim())];
  return lines.map((line, index) => `${index === 0 ? stem : under}${painted(line, state, tone, on)}`);
}

/** Only the state is painted, where it stands whole in the line. */
function painted(line: string, state: string | null, tone: Branch['tone'], on: Sheet): string {
  if (state === null || tone === 'plain' || !line.endsWith(state)) return line;
  return `${line.slice(0, line.length - state.length)}${on.paint(state, tone)}`;
}

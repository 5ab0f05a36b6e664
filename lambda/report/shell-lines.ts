/**
 * A command as lines that can be copied as they stand: where it is too long, a backslash at the end of a line carries it
 * on, and only before an option outside quotes. What cannot be broken so stays whole, however long. A command that has
 * lines of its own, or a comment, is never touched.
 */
export function shellLines(command: string, width: number): readonly string[] {
  if (command.length <= width) return [command];
  if (/[\n#]/.test(command)) return command.split('\n');
  const lines: string[] = [];
  let line = '';
  for (const part of beforeOptions(command)) {
    if (line !== '' && line.length + part.length + 3 > width) {
      lines.push(`${line} \\`);
      line = `  ${part}`;
    } else {
      line = line === '' ? part : `${line} ${part}`;
    }
  }
  return [...lines, line];
}

/** Splits at the blank before each `--option` that stands outside quotes; a backslash takes the next character with it. */
function beforeOptions(command: string): readonly string[] {
  const cuts: number[] = [];
  for (const { index, 0: token } of command.matchAll(/\\.|'[^']*'|"(?:\\.|[^"\\])*"| (?=--[a-z])/gs)) {
    if (token === ' ') cuts.push(index);
  }
  return [0, ...cuts.map((cut) => cut + 1)].map((from, at) => command.slice(from, cuts[at]));
}

/** One figure of the bench as a line: what was measured, the figure with its unit, and what is aimed at. */
export function line(what: string, figure: string, aim: string): string {
  return `  ${what.padEnd(52)} ${figure.padStart(10)}   ${aim}`;
}

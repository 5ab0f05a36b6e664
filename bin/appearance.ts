/** Beyond this many columns lines get too long to be read at ease. */
const WIDEST = 100;

/**
 * How standard output is to look: `width` in columns, 80 where it is no terminal; `colour` only on a terminal whose
 * owner did not refuse it (`--no-color`, or NO_COLOR set to anything: https://no-color.org).
 */
export function appearance(colourAllowed: boolean): { readonly width: number; readonly colour: boolean } {
  const { isTTY, columns } = process.stdout;
  const refused = !colourAllowed || (process.env['NO_COLOR'] ?? '') !== '' || process.env['TERM'] === 'dumb';
  return { width: Math.min(isTTY && columns > 0 ? columns : 80, WIDEST), colour: isTTY && !refused };
}

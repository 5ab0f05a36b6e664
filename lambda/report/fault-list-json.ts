import type { FaultData } from '../diagnosis/fault.ts';

/** The catalogue as JSON in the contract's shape and the packet's order. Ends with a newline. */
export function faultListJson(faults: readonly FaultData[]): string {
  const entries = faults.map(({ code, title, subject, kind, component, refines, explains, needs, see }) => ({
    code,
    title,
    subject,
    kind,
    component,
    refines,
    explains,
    needs,
    see,
  }));
  return `${JSON.stringify(entries, null, 2)}\n`;
}

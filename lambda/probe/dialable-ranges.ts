import { type Cidr, parseCidr } from '../model/address.ts';
import type { PortRange } from '../model/flow.ts';
import type { DialableRanges } from './dialable.ts';

/**
 * Reads what a prober may dial from its environment: `10.0.0.0/16, 10.1.0.0/16` and `80, 443, 1024-65535`.
 * Throws where either is missing or wrong, naming variable, value and form: what is not given is not allowed.
 */
export function dialableRanges(environment: Readonly<Record<string, string | undefined>>): DialableRanges {
  return {
    addresses: entriesOf(environment, 'ORIGIN_DOCTOR_CIDRS', CIDR_FORM).map((text) => ({ text, cidr: cidrOf(text) })),
    ports: entriesOf(environment, 'ORIGIN_DOCTOR_PORTS', PORT_FORM).map(portRangeOf),
  };
}

const CIDR_FORM = 'ranges of addresses, separated by commas, as in 10.0.0.0/16,fd12:3456::/64';
const PORT_FORM = 'ports from 1 to 65535 and ranges of them, separated by commas, as in 80,443,1024-65535';

function entriesOf(environment: Readonly<Record<string, string | undefined>>, name: string, form: string): string[] {
  const text = environment[name]?.trim() ?? '';
  if (text === '') throw new Error(`${name} is not set; it must hold ${form}`);
  return text.split(',').map((entry) => entry.trim());
}

function cidrOf(text: string): Cidr {
  const cidr = parseCidr(text);
  if (cidr === null) throw new Error(`ORIGIN_DOCTOR_CIDRS holds ${JSON.stringify(text)}; it must hold ${CIDR_FORM}`);
  return cidr;
}

function portRangeOf(text: string): PortRange {
  const [, first = '', last = first] = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text) ?? [];
  const range = { from: Number(first), to: Number(last) };
  if (first !== '' && range.from >= 1 && range.from <= range.to && range.to <= 65_535) return range;
  throw new Error(`ORIGIN_DOCTOR_PORTS holds ${JSON.stringify(text)}; it must hold ${PORT_FORM}`);
}

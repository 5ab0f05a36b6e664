import type { NetworkAclEntry } from '../model/inventory.ts';

/**
 * An entry of a network ACL written out (`egress 90: deny tcp 1024-65535 to 0.0.0.0/0`), by its number as text; `*` is
 * the implicit deny behind all entries.
 */
export function aclEntryInWords(entries: readonly NetworkAclEntry[], line: string, egress: boolean): string {
  const way = egress ? 'egress' : 'ingress';
  const entry = entries.find((one) => one.egress === egress && String(one.ruleNumber) === line);
  if (entry === undefined) return `${way} ${line}: deny all that no entry allows`;
  const { action, protocol, cidr, fromPort, toPort } = entry;
  const ports =
    fromPort === null || toPort === null ? '' : ` ${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}`;
  return `${way} ${line}: ${action} ${PROTOCOLS[protocol] ?? `protocol ${protocol}`}${ports} ${egress ? 'to' : 'from'} ${cidr}`;
}

/** Those that concern a connection; AWS gives numbers, `-1` for all (https://www.iana.org/assignments/protocol-numbers). */
const PROTOCOLS: Readonly<Record<string, string>> = { '-1': 'all traffic', '6': 'tcp', tcp: 'tcp' };

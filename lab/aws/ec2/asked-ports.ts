import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import type { AskedRule } from './asked-rules.ts';
import { requiredParameter } from './required-parameter.ts';
import { wholeNumber } from './whole-number.ts';

type AskedPorts = Pick<AskedRule, 'protocol' | 'fromPort' | 'toPort'>;

const NAMES: Readonly<Record<string, string>> = { '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6', all: '-1' };
const MOST_PORTS = 65_535;

/**
 * Protocol and ports of one of `IpPermissions`. Ports are demanded of tcp and udp, are type and code for ICMP, and are
 * not heeded for any other protocol (API Reference, `IpPermission`).
 */
export function askedPorts(permission: Input): AskedPorts {
  const protocol = protocolOf(requiredParameter(permission, 'IpProtocol').toLowerCase());
  const [fromPort, toPort] = [wholeNumber(permission, 'FromPort'), wholeNumber(permission, 'ToPort')];
  if (protocol === 'tcp' || protocol === 'udp') return { protocol, ...portRange(fromPort, toPort) };
  if (protocol.startsWith('icmp')) return { protocol, fromPort: anyNull(fromPort), toPort: anyNull(toPort) };
  return { protocol, fromPort: null, toPort: null };
}

function protocolOf(text: string): string {
  const protocol = NAMES[text] ?? text;
  const isName = Object.values(NAMES).includes(protocol);
  if (isName || (/^\d{1,3}$/.test(protocol) && Number(protocol) <= 255)) return protocol;
  throw new AwsError('InvalidParameterValue', `Invalid value '${text}' for IP protocol. Unknown protocol.`);
}

function portRange(fromPort: number | null, toPort: number | null) {
  if (fromPort === null || toPort === null) {
    const message = "Invalid value 'Must specify both from and to ports with TCP/UDP.' for portRange.";
    throw new AwsError('InvalidParameterValue', message);
  }
  if (fromPort >= 0 && fromPort <= toPort && toPort <= MOST_PORTS) return { fromPort, toPort };
  throw new AwsError('InvalidParameterValue', `Invalid TCP/UDP port range (${fromPort}:${toPort})`);
}

/** -1 is every type, or every code. */
function anyNull(number: number | null): number | null {
  return number === -1 ? null : number;
}

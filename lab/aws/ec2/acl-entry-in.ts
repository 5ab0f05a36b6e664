import type { NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { aclPlaceIn } from './acl-place-in.ts';
import { canonicalCidr } from './canonical-cidr.ts';
import { onlyOne } from './only-one.ts';
import { requiredParameter } from './required-parameter.ts';
import { structureOf } from './structure-of.ts';
import { wholeNumber } from './whole-number.ts';

const MOST_PORTS = 65_535;

/** The entry that a request describes. Protocols are numbers, -1 for all; entries for ICMP, which have types, are not served. */
export function aclEntryIn(input: Input): NetworkAclEntry {
  const protocol = protocolIn(input);
  return { ...aclPlaceIn(input), protocol, action: actionIn(input), cidr: cidrIn(input), ...portsIn(input, protocol) };
}

function protocolIn(input: Input): string {
  const protocol = requiredParameter(input, 'Protocol');
  const isNumber = protocol === '-1' || (/^\d{1,3}$/.test(protocol) && Number(protocol) <= 255);
  if (isNumber && protocol !== '1' && protocol !== '58') return protocol;
  throw new AwsError('InvalidParameterValue', `Value (${protocol}) for parameter protocol is invalid.`);
}

function actionIn(input: Input): NetworkAclEntry['action'] {
  const action = requiredParameter(input, 'RuleAction');
  if (action === 'allow' || action === 'deny') return action;
  const message = `Value (${action}) for parameter ruleAction is invalid. Valid values are allow and deny.`;
  throw new AwsError('InvalidParameterValue', message);
}

function cidrIn(input: Input): string {
  const [name, text] = onlyOne(input, ['CidrBlock', 'Ipv6CidrBlock']);
  return canonicalCidr(text, name === 'CidrBlock' ? 4 : 6);
}

/** Only tcp and udp have ports, and they must be given (API Reference, `CreateNetworkAclEntry`). */
function portsIn(input: Input, protocol: string): Pick<NetworkAclEntry, 'fromPort' | 'toPort'> {
  if (protocol !== '6' && protocol !== '17') return { fromPort: null, toPort: null };
  const range = structureOf(input, 'PortRange');
  const [fromPort, toPort] = [wholeNumber(range, 'From'), wholeNumber(range, 'To')];
  if (fromPort === null || toPort === null) {
    throw new AwsError('MissingParameter', 'The request must contain the parameter portRange');
  }
  if (fromPort >= 0 && fromPort <= toPort && toPort <= MOST_PORTS) return { fromPort, toPort };
  throw new AwsError('InvalidParameterValue', `Invalid TCP/UDP port range (${fromPort}:${toPort})`);
}

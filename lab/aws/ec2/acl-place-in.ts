import type { NetworkAclEntry } from '../../../lambda/model/inventory.ts';
import { AwsError } from '../aws-error.ts';
import type { Input } from '../codecs/input.ts';
import { requiredParameter } from './required-parameter.ts';
import { wholeNumber } from './whole-number.ts';

/** Above it are the denials that every ACL ends with (API Reference, `CreateNetworkAclEntry`). */
const LAST = 32_766;

/** Where an entry stands in its ACL: its number and direction, which no two entries share. */
export function aclPlaceIn(input: Input): Pick<NetworkAclEntry, 'ruleNumber' | 'egress'> {
  requiredParameter(input, 'RuleNumber');
  const ruleNumber = wholeNumber(input, 'RuleNumber') ?? 0;
  if (ruleNumber < 1 || ruleNumber > LAST) {
    const message = `Value (${ruleNumber}) for parameter ruleNumber is invalid. Valid values are 1 to ${LAST}.`;
    throw new AwsError('InvalidParameterValue', message);
  }
  return { ruleNumber, egress: requiredParameter(input, 'Egress') === 'true' };
}

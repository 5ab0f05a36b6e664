import type { World } from '../../../lab/world/world.ts';
import { sample } from '../../lambda/triggers/sample.ts';

/** A sample as if it had happened here and now. */
export function here({ accountId, region }: World, event: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return { ...event, account: accountId, region, time: `${new Date().toISOString().slice(0, 19)}Z` };
}

/** CloudTrail's account of the revocation of one rule of a group, as it came about here and now. */
export function revocation(world: World, groupId: string, ruleId: string): Record<string, unknown> {
  const event = here(world, sample('call-revoke-ingress'));
  const detail = event['detail'] as Record<string, unknown>;
  return {
    ...event,
    detail: {
      ...detail,
      eventTime: event['time'],
      awsRegion: world.region,
      recipientAccountId: world.accountId,
      requestParameters: { groupId, securityGroupRuleIds: { items: [{ securityGroupRuleId: ruleId }] } },
      responseElements: {
        requestId: 'r',
        _return: true,
        revokedSecurityGroupRuleSet: {
          items: [{ groupId, securityGroupRuleId: ruleId, isEgress: false, ipProtocol: 'tcp' }],
        },
      },
    },
  };
}

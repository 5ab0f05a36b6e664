import { describeTrails } from '../cloudtrail/describe-trails.ts';
import { getEventSelectors } from '../cloudtrail/get-event-selectors.ts';
import { getTrailStatus } from '../cloudtrail/get-trail-status.ts';
import type { Service } from '../operation.ts';

/** AWS CloudTrail. */
export const cloudtrail: Service = {
  signingName: 'cloudtrail',
  version: null,
  target: 'CloudTrail_20131101',
  operations: {
    DescribeTrails: describeTrails,
    GetEventSelectors: getEventSelectors,
    GetTrailStatus: getTrailStatus,
  },
};

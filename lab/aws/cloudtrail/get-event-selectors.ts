import type { Operation } from '../operation.ts';
import { askedTrail } from './asked-trail.ts';
import { trailArn } from './trail-arn.ts';

/** `GetEventSelectors`. A trail for which none were set has one that takes all management events. */
export const getEventSelectors: Operation = {
  action: 'cloudtrail:GetEventSelectors',
  run: (input, context) => {
    const trail = askedTrail(input, 'TrailName', context);
    const { advancedEventSelectors, eventSelectors = [EVERYTHING] } = trail;
    const TrailARN = trailArn(trail, context.world);
    if (advancedEventSelectors !== undefined) return { TrailARN, AdvancedEventSelectors: advancedEventSelectors };
    return { TrailARN, EventSelectors: eventSelectors };
  },
};

const EVERYTHING = { ReadWriteType: 'All', IncludeManagementEvents: true };

import type { Operation } from '../operation.ts';
import { askedTrail } from './asked-trail.ts';

/** `GetTrailStatus`: whether it is logging. */
export const getTrailStatus: Operation = {
  action: 'cloudtrail:GetTrailStatus',
  run: (input, context) => ({ IsLogging: askedTrail(input, 'Name', context).isLogging }),
};

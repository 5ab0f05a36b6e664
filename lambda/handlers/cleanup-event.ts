import * as z from 'zod';
import { cleanupProperties } from '../contract.ts';

/** What CloudFormation asks, and where it waits for the answer. */
export type CleanupEvent = {
  readonly kind: 'Create' | 'Update' | 'Delete';
  readonly alarmPrefix: string;
  readonly responseUrl: string;
  /** Handed back with the answer, as CloudFormation wants it. */
  readonly echo: Readonly<Record<'StackId' | 'RequestId' | 'LogicalResourceId', string>>;
};

const EVENT = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string().min(1),
  RequestId: z.string().min(1),
  LogicalResourceId: z.string().min(1),
  ResourceProperties: z.object({ [cleanupProperties.alarmPrefix]: z.string() }),
});

/**
 * Reads a request of a custom resource
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html). Throws an error that names
 * the field, and what is wrong with it.
 */
export function cleanupEvent(event: unknown): CleanupEvent {
  const result = EVENT.safeParse(event);
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`);
    throw new Error(`the event cannot be read: ${issues.join('; ')}`);
  }
  const { RequestType, ResponseURL, ResourceProperties, ...echo } = result.data;
  const alarmPrefix = ResourceProperties[cleanupProperties.alarmPrefix] ?? '';
  return { kind: RequestType, responseUrl: ResponseURL, alarmPrefix, echo };
}

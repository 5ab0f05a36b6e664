import * as z from 'zod';

/** What CloudFormation asks, and where it waits for the answer. What is asked for is not looked into yet. */
export type SettleEvent = {
  readonly kind: 'Create' | 'Update' | 'Delete';
  readonly responseUrl: string;
  /** What the resource was called so far; undefined where it is made. */
  readonly physicalId: string | undefined;
  readonly properties: unknown;
  /** Handed back with the answer, as CloudFormation wants it. */
  readonly echo: Readonly<Record<'StackId' | 'RequestId' | 'LogicalResourceId', string>>;
};

const EVENT = z.object({
  RequestType: z.enum(['Create', 'Update', 'Delete']),
  ResponseURL: z.url(),
  StackId: z.string().min(1),
  RequestId: z.string().min(1),
  LogicalResourceId: z.string().min(1),
  PhysicalResourceId: z.string().min(1).optional(),
  ResourceProperties: z.unknown(),
});

/**
 * Reads a request of a custom resource, save its properties: if these are wrong CloudFormation can be told, and must be
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-requests.html). Throws an error that names
 * the field, and what is wrong with it.
 */
export function settleEvent(event: unknown): SettleEvent {
  const result = EVENT.safeParse(event);
  if (!result.success) {
    const issues = result.error.issues.map(({ path, message }) => `${path.join('.') || 'event'}: ${message}`);
    throw new Error(`the event cannot be read: ${issues.join('; ')}`);
  }
  const { RequestType, ResponseURL, PhysicalResourceId, ResourceProperties, ...echo } = result.data;
  return {
    kind: RequestType,
    responseUrl: ResponseURL,
    physicalId: PhysicalResourceId,
    properties: ResourceProperties,
    echo,
  };
}

import * as z from 'zod';

/** Names or ARNs of load balancers, at least one: to AWS an empty list means all of the account, and whoever writes one means none. */
export const someNames = z
  .array(z.string().min(1))
  .min(1, 'name at least one, or leave it out for all that are watched')
  .readonly();

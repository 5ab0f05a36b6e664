import * as z from 'zod';
import { configSchema } from './config-schema.ts';

/** What `origin-doctor.schema.json` holds, by which editors check an `origin-doctor.json` while it is written. */
export function configJsonSchema(): object {
  return z.toJSONSchema(configSchema, { io: 'input' });
}

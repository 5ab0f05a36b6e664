import { writeFileSync } from 'node:fs';
import { configJsonSchema } from '../lib/config/config-json-schema.ts';

// Writes origin-doctor.schema.json anew; `npm run format` then gives it the form that the linter wants.

writeFileSync(
  new URL('../origin-doctor.schema.json', import.meta.url),
  `${JSON.stringify(configJsonSchema(), null, 2)}\n`,
);

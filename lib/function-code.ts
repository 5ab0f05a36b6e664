import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';

/** The functions that are deployed, each a bundle of its own. */
export type FunctionName = 'monitor' | 'prober' | 'gate' | 'widget' | 'settle';

/** CDK context that names another folder of bundles than the package's own. */
export const FUNCTIONS_CONTEXT = 'origin-doctor:functions';

/**
 * The bundle of a function, `NAME/index.mjs`: from the folder that the context names, else from where the published
 * package has it, else from where `npm run build` puts it. Throws where it is in none.
 */
export function functionCode(scope: Construct, name: FunctionName): Code {
  const given: unknown = scope.node.tryGetContext(FUNCTIONS_CONTEXT);
  const folders = typeof given === 'string' ? [given] : FOLDERS;
  const folder = folders.map((each) => join(each, name)).find((each) => existsSync(join(each, 'index.mjs')));
  if (folder !== undefined) return Code.fromAsset(folder);
  const looked = folders.map((each) => join(each, name, 'index.mjs')).join(' or ');
  throw new Error(`OriginDoctor: the function "${name}" is not built: there is no ${looked}. Run npm run build first.`);
}

/** Published, `dist/` is the package: `lib/` and `functions/` stand side by side. In the checkout they do not. */
const FOLDERS = [join(import.meta.dirname, '../functions'), join(import.meta.dirname, '../dist/functions')];

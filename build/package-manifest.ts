import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { root } from './root.ts';

const CHECKOUT = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  engines: z.object({ node: z.string() }),
  devDependencies: z.record(z.string(), z.string()),
});

const CONSTRUCT = { types: './lib/construct.d.cts', default: './lib/construct.cjs' };
/** Before 20.19 and 22.12 Node cannot require a module. */
const REQUIRED_ENGINE = { types: './lambda/engine.d.cts', default: './lambda/engine.cjs' };

/**
 * The package's own package.json, from the checkout's. It has no dependencies: what runs is bundled. CDK is the
 * consumer's own, at least of the version that was tested; who wants the command line alone needs none.
 */
export function packageManifest(): object {
  const { devDependencies, ...checkout } = CHECKOUT.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  const peers = ['aws-cdk-lib', 'constructs'];
  return {
    ...checkout,
    keywords: [
      'aws',
      'cdk',
      'aws-cdk',
      'elb',
      'alb',
      'nlb',
      'load-balancer',
      'troubleshooting',
      'security-group',
      'vpc',
    ],
    type: 'module',
    bin: { [checkout.name]: 'bin/origin-doctor.js' },
    // These three are for TypeScript that does not look at `exports`: to version 5, where `module` is `commonjs`.
    main: CONSTRUCT.default,
    types: CONSTRUCT.types,
    typesVersions: { '*': { engine: [REQUIRED_ENGINE.types] } },
    exports: {
      '.': CONSTRUCT,
      './engine': { require: REQUIRED_ENGINE, types: './lambda/engine.d.ts', default: './lambda/engine.js' },
    },
    peerDependencies: Object.fromEntries(peers.map((name) => [name, `^${devDependencies[name]}`])),
    peerDependenciesMeta: Object.fromEntries(peers.map((name) => [name, { optional: true }])),
  };
}

import { fileURLToPath } from 'node:url';

/** The file of a deployed function's handler: its source in the checkout, in the package the bundle that is deployed. */
export function handlerFile(name: 'monitor' | 'prober'): string {
  const inCheckout = import.meta.url.endsWith('.ts');
  const path = inCheckout ? `../lambda/handlers/${name}.ts` : `../functions/${name}/index.mjs`;
  return fileURLToPath(new URL(path, import.meta.url));
}

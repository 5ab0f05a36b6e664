import type { Resolve } from './resolver.ts';
import type { Template } from './template.ts';

/** A resource of a template; its properties as they stand, each resolved when asked for. */
export type Declared = { readonly id: string; readonly property: (name: string) => unknown };

/** Every resource of a type, in the template's order. Properties that nobody asks for need not be resolvable. */
export function resourcesOfType({ Resources }: Template, type: string, resolve: Resolve): readonly Declared[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type === type)
    .map(([id, { Properties = {} }]) => ({ id, property: (name) => resolve(Properties[name]) }));
}

import type { CustomRequest } from './ask-custom-resource.ts';
import type { Resolve } from './resolver.ts';
import type { Template } from './template.ts';

/** A custom resource as declared, and the function that makes it. */
export type DeclaredCustomResource = {
  readonly functionName: string;
  readonly request: Omit<CustomRequest, 'type'>;
};

/** The custom resources of a template. */
export function customResourcesIn({ Resources }: Template, resolve: Resolve): readonly DeclaredCustomResource[] {
  return Object.entries(Resources)
    .filter(([, { Type }]) => Type.startsWith('Custom::'))
    .map(([logicalId, { Type, Properties = {} }]) => {
      const properties = resolve(Properties) as Readonly<Record<string, unknown>>;
      const functionName = String(properties['ServiceToken']).split(':function:')[1] ?? '';
      return { functionName, request: { logicalId, resourceType: Type, properties } };
    });
}

import type { Assembly } from './read-assembly.ts';
import { type Parameters, type Resolve, resolver } from './resolver.ts';
import { resourcesOfType } from './resources-of-type.ts';
import type { Place } from './template.ts';

/** A stack, with what its references come to. */
export type DeployedStack = Assembly & { readonly resolve: Resolve };

const NESTED = 'AWS::CloudFormation::Stack';

/**
 * A stack, and after it all that are nested in it, each with the parameters that the one around it gives it; what it puts out is
 * read from there, and `attributesOf` as for a resolver, which is asked with the stack's name. Nested ones are named after the one
 * around them and their logical id. Throws where a template is not there
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html).
 */
export function stacksIn(
  assembly: Assembly,
  place: Place,
  attributesOf: (logicalId: string, stack: string) => Readonly<Record<string, string>> | undefined = () => undefined,
  parameters: Parameters = {},
): readonly [DeployedStack, ...DeployedStack[]] {
  const { name, template, templateOf } = assembly;
  const made = new Map<string, ReturnType<typeof stacksIn>>();
  const resolve = resolver(template, place, {
    parameters,
    attributesOf: (id) => outputsOf(id) ?? attributesOf(id, name),
  });
  const inner = resourcesOfType(template, NESTED, resolve).flatMap(({ id }) => nested(id));
  return [{ ...assembly, resolve }, ...inner];

  /** Made when first asked for: one may be given what another puts out. */
  function nested(id: string): ReturnType<typeof stacksIn> {
    const { TemplateURL, Parameters: given = {} } = template.Resources[id]?.Properties ?? {};
    const key = String(resolve(TemplateURL)).split('/').at(-1) ?? '';
    const inside = { ...assembly, name: `${name}-${id}`, template: templateOf(key) };
    const stacks = made.get(id) ?? stacksIn(inside, place, attributesOf, resolve(given) as Parameters);
    made.set(id, stacks);
    return stacks;
  }

  function outputsOf(id: string): Readonly<Record<string, string>> | undefined {
    if (template.Resources[id]?.Type !== NESTED) return undefined;
    const [own] = nested(id);
    const outputs = Object.entries(own.template.Outputs ?? {});
    return Object.fromEntries(outputs.map(([key, { Value }]) => [`Outputs.${key}`, String(own.resolve(Value))]));
  }
}

import { identityOf } from './identity-of.ts';
import type { Place, Template } from './template.ts';

/** Gives a value of the template with every reference in it resolved. */
export type Resolve = (value: unknown) => unknown;

/** What may be read of a resource beside its ARN; undefined where nothing may. */
export type AttributesOf = (logicalId: string) => Readonly<Record<string, string>> | undefined;

/** What a template is given from outside, by the parameter's name. */
export type Parameters = Readonly<Record<string, unknown>>;

/**
 * Resolves `Ref`, `Fn::GetAtt`, `Fn::Join`, and `Fn::Sub` of names, to what the lab's resources are called, or what is given for a
 * parameter: of an attribute the ARN, or what `attributesOf` a custom resource or nested stack that was made says. Throws for
 * any other function or attribute, and for a reference to what
 * is not in the template
 * (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html).
 */
export function resolver(
  template: Template,
  place: Place,
  {
    attributesOf = () => undefined,
    parameters = {},
  }: { readonly attributesOf?: AttributesOf; readonly parameters?: Parameters } = {},
): Resolve {
  const pseudo: Readonly<Record<string, string>> = {
    'AWS::Region': place.region,
    'AWS::AccountId': place.accountId,
    'AWS::Partition': 'aws',
    'AWS::URLSuffix': 'amazonaws.com',
  };
  const identity = (logicalId: string) => {
    const resource = template.Resources[logicalId];
    if (resource === undefined) throw new Error(`the template has no ${logicalId}`);
    return identityOf(logicalId, resource, place);
  };
  const ref = (id: string) => pseudo[id] ?? parameters[id] ?? identity(id).ref;
  const functions: Readonly<Record<string, (argument: unknown) => unknown>> = {
    Ref: (id) => ref(String(id)),
    'Fn::Sub': (text) => String(text).replaceAll(/\$\{([^}]+)\}/g, (_, id: string) => String(ref(id))),
    'Fn::GetAtt': (argument) => {
      const [id, attribute] = argument as readonly [string, string];
      const known = attributesOf(id)?.[attribute];
      if (known === undefined && attribute !== 'Arn') throw new Error(`the lab knows no ${attribute} of ${id}`);
      return known ?? identity(id).arn;
    },
    'Fn::Join': (argument) => {
      const [between, parts] = resolve(argument) as readonly [string, readonly string[]];
      return parts.join(between);
    },
  };
  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== 'object' || value === null) return value;
    const called = functionIn(value);
    if (called === null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
    const known = functions[called.name];
    if (known !== undefined) return known(called.argument);
    throw new Error(`the lab cannot resolve ${called.name}; known are ${Object.keys(functions).join(', ')}`);
  }
  return resolve;
}

/** An object with one such key is a call of a function, and nothing else. */
function functionIn(value: object): { readonly name: string; readonly argument: unknown } | null {
  const [[name, argument] = ['', null], ...more] = Object.entries(value);
  const isCall = more.length === 0 && (name === 'Ref' || name.startsWith('Fn::'));
  return isCall ? { name, argument } : null;
}

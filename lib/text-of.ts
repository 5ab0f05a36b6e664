import { DefaultTokenResolver, type ITokenResolver, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * What two values have in common if they are the same, as `scope` sees them: tokens have many faces. Until CDK has made exports,
 * what stands in another stack is told by its logical id alone, which something of a third stack may share; so it is told here by
 * its place in the app.
 */
export function textOf(scope: IConstruct, value: string): string {
  const stack = Stack.of(scope);
  const resolver: ITokenResolver = {
    resolveToken: (token, context, postProcessor) => {
      const isForeign = Reference.isReference(token) && Stack.of(token.target) !== stack;
      return isForeign
        ? `${token.target.node.addr}.${token.displayName}`
        : PLAIN.resolveToken(token, context, postProcessor);
    },
    resolveString: (fragments, context) => PLAIN.resolveString(fragments, context),
    resolveList: (list, context) => PLAIN.resolveList(list, context),
  };
  return JSON.stringify(Tokenization.resolve(value, { scope: stack, resolver }));
}

const PLAIN = new DefaultTokenResolver({ join: (left, right) => [left, right] });

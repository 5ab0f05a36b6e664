import type { Synthesised } from './template-of.ts';

/** The network of each prober. */
export function networksIn(made: Synthesised): readonly object[] {
  return made.all('AWS::Lambda::Function').flatMap(({ Properties }) => {
    const config = Properties['VpcConfig'];
    return typeof config === 'object' && config !== null ? [config] : [];
  });
}

import { isDeepStrictEqual } from 'node:util';
import type { Config, ConfigDeployment } from '../../lib/config/config-schema.ts';

type Declared = NonNullable<NonNullable<Config['options']>['declared']>;

/**
 * A configuration in which of each load balancer is declared what the one before it declared of it: also where it now
 * stands in another deployment, or was made anew under its name. What is declared of those that are gone goes with them.
 */
export function withDeclared(config: Config, before: Config): Config {
  const inForce = declaredIn(config, before);
  const arns = config.deployments.flatMap(({ loadBalancers }) => loadBalancers.map(({ arn }) => arn));
  const options =
    config.options && withOwn(config.options, ofThese(arns, namedAnew(before.options?.declared, config, before)));
  const deployments = config.deployments.map((deployment): ConfigDeployment => {
    const its = deployment.loadBalancers.map(({ arn }) => arn);
    const wanted = ofThese(its, inForce);
    // A deployment's own declarations go before those of all, which then count for none of its load balancers.
    const own = deployment.options?.declared;
    const isSo = isDeepStrictEqual(wanted, own ?? ofThese(its, options?.declared ?? {}));
    return isSo ? deployment : { ...deployment, options: { ...deployment.options, declared: wanted } };
  });
  return { ...config, deployments, ...(options === undefined ? {} : { options }) };
}

/** What the configuration before declared, by the ARNs of now. */
function declaredIn(config: Config, before: Config): Declared {
  const ofDeployments = before.deployments.map(({ loadBalancers, options }) => {
    const declared = options?.declared ?? before.options?.declared ?? {};
    return ofThese(
      loadBalancers.map(({ arn }) => arn),
      declared,
    );
  });
  return namedAnew(Object.assign({}, ...ofDeployments), config, before);
}

function namedAnew(declared: Declared | undefined, config: Config, before: Config): Declared {
  const entries = Object.entries(declared ?? {});
  return Object.fromEntries(entries.map(([arn, what]) => [arnNow(arn, config, before), what]));
}

/** Names are unique in a Region, and the beginning of an ARN says which that is. */
function arnNow(arn: string, { deployments }: Config, before: Config): string {
  const entries = deployments.flatMap(({ loadBalancers }) => loadBalancers);
  if (entries.some((one) => one.arn === arn)) return arn;
  const old = before.deployments.flatMap(({ loadBalancers }) => loadBalancers).find((one) => one.arn === arn);
  const again = entries.find((one) => one.name === old?.name && regionIn(one.arn) === regionIn(arn));
  return again?.arn ?? arn;
}

function regionIn(arn: string): string {
  return arn.split(':')[3] ?? '';
}

function ofThese(arns: readonly string[], declared: Declared): Declared {
  return Object.fromEntries(Object.entries(declared).filter(([arn]) => arns.includes(arn)));
}

function withOwn(options: NonNullable<Config['options']>, declared: Declared): NonNullable<Config['options']> {
  return options.declared === undefined ? options : { ...options, declared };
}

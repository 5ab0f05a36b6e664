import { Fn, Token } from 'aws-cdk-lib';
import { isPlaceholder } from './checks/is-placeholder.ts';
import { wrongProperty } from './checks/wrong-property.ts';

/** What the ARN of a load balancer says of it. */
export type NameInArn = { readonly name: string; readonly isApplication: boolean };

/**
 * The name and the type in the ARN of a load balancer; of a token the name is cut when it is deployed
 * (`…:loadbalancer/app/NAME/ID`), and the type is not known. Throws where it is no such ARN.
 */
export function nameInArn(arn: string, property: string): NameInArn {
  if (Token.isUnresolved(arn)) return { name: Fn.select(2, Fn.split('/', arn)), isApplication: false };
  if (isPlaceholder(arn)) return { name: PLACEHOLDER, isApplication: false };
  const [, kind, name] = ARN.exec(arn) ?? [];
  if (name !== undefined) return { name, isApplication: kind === 'app' };
  const allowed =
    'the ARN of an Application or Network Load Balancer, arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app|net/NAME/ID';
  throw wrongProperty(`${property}.arn`, arn, allowed);
}

/** For as long as CDK has not looked up the load balancer. */
const PLACEHOLDER = 'my-load-balancer';

const ARN = /^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:\d{12}:loadbalancer\/(app|net)\/([A-Za-z0-9-]+)\/[0-9a-f]+$/;

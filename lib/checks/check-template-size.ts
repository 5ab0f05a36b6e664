import { CfnElement, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { stackRoom } from '../stack-room.ts';
import { wrongProperty } from './wrong-property.ts';

/**
 * Lets synthesis refuse a template of more than CloudFormation takes, which it would say only when it is deployed: that of the stack of
 * the doctor `scope`, and of the one that its probers have to themselves. How much a load balancer takes depends on how it is known:
 * each import of another stack's name is a long one.
 */
export function checkTemplateSize(scope: Construct, count: number): void {
  const validate = () => {
    const stacks = [Stack.of(scope), ...scope.node.findAll().filter(Stack.isStack)];
    const tooLarge = stacks.map(bytesOf).filter((bytes) => bytes > stackRoom.templateBytes);
    return tooLarge.map((bytes) => {
      const told = `${count} load balancers and watches in a template of ${bytes} bytes`;
      return wrongProperty('loadBalancers', told, `a template of at most ${stackRoom.templateBytes} bytes. ${SMALLER}`)
        .message;
    });
  };
  scope.node.addValidation({ validate });
}

const SMALLER =
  'What another stack builds takes the most room. Set suppressTemplateIndentation on the stack, or split them: several OriginDoctors, each in a stack of its own';

/** As CDK is about to write it, save a parameter and a rule of its own. */
function bytesOf(stack: Stack): number {
  const template: Record<string, object> = {};
  for (const one of stack.node.findAll()) {
    if (!CfnElement.isCfnElement(one) || Stack.of(one) !== stack) continue;
    const sections = Object.entries<object>(stack.resolve(one._toCloudFormation()));
    for (const [section, named] of sections) template[section] = Object.assign(template[section] ?? {}, named);
  }
  const isDense = Reflect.get(stack, '_suppressTemplateIndentation') === true;
  return Buffer.byteLength(JSON.stringify(template, null, isDense ? undefined : 1));
}

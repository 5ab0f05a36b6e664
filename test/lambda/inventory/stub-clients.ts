import type { AwsClients } from '../../../lambda/inventory/aws-clients.ts';

/** What a stubbed client was asked: the command without its suffix, and its input. */
export type Asked = { readonly command: string; readonly input: Record<string, unknown> };

/**
 * Clients that dial nobody: `answer` gives what a command comes to, or throws what the SDK would throw. `asked` lists the
 * commands in the order of their sending.
 */
export function stubClients(answer: (asked: Asked) => unknown): { clients: AwsClients; asked: Asked[] } {
  const asked: Asked[] = [];
  const send = async (command: { constructor: { name: string }; input: Record<string, unknown> }): Promise<unknown> => {
    const one = { command: command.constructor.name.replace(/Command$/, ''), input: command.input };
    asked.push(one);
    return answer(one);
  };
  const client = { send } as unknown as AwsClients['ec2'] & AwsClients['elbv2'] & AwsClients['lambda'];
  const region = async () => 'eu-west-1';
  return { clients: { ec2: client, elbv2: client, lambda: client, region, calls: {}, dialled: {} }, asked };
}

import type { InternetGatewayAttachment } from '@aws-sdk/client-ec2';

/** AWS writes the one state for an internet gateway, the other for an egress-only one. */
const ATTACHED = ['available', 'attached'];

/** The VPCs that a gateway is attached to; one that is being attached or detached does not count. */
export function attachedVpcs(attachments: readonly InternetGatewayAttachment[] = []): readonly string[] {
  return attachments.flatMap(({ State = 'available', VpcId }) =>
    VpcId !== undefined && ATTACHED.includes(State) ? [VpcId] : [],
  );
}

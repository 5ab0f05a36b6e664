/** A value of a template as one text, as cdk-nag names it in a finding: `<AWS::Partition>` for a `Ref`, `<Id.Arn>` for a `GetAtt`. */
export function referenceText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  const [[kind, argument] = ['', null]] = Object.entries(value);
  if (kind === 'Ref') return `<${argument}>`;
  if (kind === 'Fn::GetAtt' && Array.isArray(argument)) return `<${argument.join('.')}>`;
  if (kind === 'Fn::Join' && Array.isArray(argument)) return argument[1].map(referenceText).join(argument[0]);
  return JSON.stringify(value);
}

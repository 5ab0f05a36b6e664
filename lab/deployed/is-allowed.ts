/** A statement of a policy. Both lists take `*` and `?` as AWS does. `underConditions`: it holds not always. */
export type Statement = {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly underConditions: boolean;
};

/**
 * Whether statements allow an action on a resource (an ARN, or `*` for an action that knows no narrower one): one must allow
 * it, none may deny it. Conditions are not read: under them a denial counts, and what is allowed does not
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html).
 */
export function isAllowed(statements: readonly Statement[], action: string, resource: string): boolean {
  const meant = statements.filter(
    ({ actions, resources }) =>
      actions.some((one) => matches(one.toLowerCase(), action.toLowerCase())) &&
      resources.some((one) => matches(one, resource)),
  );
  const denied = meant.some(({ effect }) => effect === 'Deny');
  return !denied && meant.some(({ effect, underConditions }) => effect === 'Allow' && !underConditions);
}

function matches(pattern: string, text: string): boolean {
  const source = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, 's').test(text);
}

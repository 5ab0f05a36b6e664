import type * as z from 'zod';

/** The first thing that zod found wrong, with the way to it: `subnets.value[3].zone: …`. */
export function problemIn({ issues: [issue] }: z.ZodError): string {
  if (issue === undefined) return 'something is wrong';
  return `${wayTo(issue.path)}${issue.message}`;
}

function wayTo(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.length === 0 ? '' : `${steps.join('').replace(/^\./, '')}: `;
}

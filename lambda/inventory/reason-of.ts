const LONGEST = 300;

/** What must not be repeated in a report: access key ids, what a signature is made of, tokens, and passwords in URLs. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  [/\b(X-Amz-[A-Za-z-]+|AWSAccessKeyId|Credential|Signature|SecurityToken)([=:])\s*[^&\s,;"'<>]+/gi, '$1$2[redacted]'],
  [/\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{8,}\b/g, '[access key]'],
  [/\/\/[^/\s@]+@/g, '//'],
  [/[A-Za-z0-9+/=_-]{100,}/g, '[redacted]'],
];

/** AWS's encoded message is long, and only its owner can decode it. */
const ENCODED = /\s*Encoded authorization failure message:.*$/s;

/**
 * What an error says, as one line without secrets and without a full stop. Node joins the attempts on several addresses of
 * one name into an error that has no message of its own: then theirs are given.
 */
export function reasonOf(error: unknown): string {
  const text = messageOf(error).replace(ENCODED, '');
  // The SDK's second line tells programmers where the raw answer is.
  const [line = ''] = text.trim().split('\n');
  const clean = SECRETS.reduce((said, [secret, instead]) => said.replace(secret, instead), line.replace(/\.+\s*$/, ''));
  return clean.length > LONGEST ? `${clean.slice(0, LONGEST)}…` : clean;
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') return error.errors.map(messageOf).join('; ');
  if (error instanceof Error) return error.message === '' ? error.name : error.message;
  return String(error);
}

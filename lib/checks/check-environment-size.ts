/**
 * Throws where a function's environment is larger than the 4 KB that Lambda takes, which AWS would say only when it is
 * deployed (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html). `property` is what takes the room.
 */
export function checkEnvironmentSize(environment: Readonly<Record<string, string>>, property: string): void {
  const bytes = Object.entries(environment).reduce((sum, [name, value]) => sum + name.length + sizeOf(value), 0);
  if (bytes <= MAX_BYTES) return;
  throw new Error(
    `OriginDoctor: ${property} takes about ${bytes} bytes of a function's environment; allowed are ${MAX_BYTES}. Name less in ${property}.`,
  );
}

const MAX_BYTES = 4096;
/** What a token becomes is not known; ids have up to 24 characters, names of functions up to 64, ARNs about 110. */
const TOKEN_BYTES = 48;

function sizeOf(value: string): number {
  return Buffer.byteLength(value.replaceAll(/\$\{Token\[[^\]]*\]\}/g, 'x'.repeat(TOKEN_BYTES)));
}

/** Seconds since 1970, as DynamoDB wants a row's expiry. */
export function epochSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}

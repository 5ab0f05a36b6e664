/** CloudWatch's time: `now` in milliseconds since 1970; a second of an alarm's periods lasts `scale` seconds. */
export type CloudWatchClock = { readonly now: () => number; readonly scale: number };

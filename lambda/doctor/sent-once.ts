/**
 * How a client of Lambda asks a deployed function, which runs 15 minutes at most. Once: whether an invocation whose answer did
 * not come may be begun a second time, the SDK cannot know.
 */
export const sentOnce = {
  maxAttempts: 1,
  requestHandler: { connectionTimeout: 5_000, requestTimeout: 910_000, throwOnRequestTimeout: true },
};

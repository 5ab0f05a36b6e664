import { Logger } from '@aws-lambda-powertools/logger';

/** The structured log of one check. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

/** Kept while the function stays warm; each check has a child with its own keys. */
const logger = new Logger({ serviceName: 'origin-doctor' });

/**
 * A log whose every line carries the check's `correlationId` (the Lambda request id, or any other that is one per check) and
 * the deployment: one line of JSON on stdout each, or on stderr for warnings and errors.
 */
export function log({ correlationId, deployment }: { correlationId: string; deployment: string }): Log {
  return logger.createChild({ persistentKeys: { correlationId, deployment } });
}

import type { AlarmState } from './cloudwatch/stored-alarm.ts';

/** What was sent out through the endpoint, as received. Times are ISO 8601, or null where the sender gave none. */
export type ReceivedMessage =
  | {
      readonly kind: 'hook-status';
      readonly deploymentId: string;
      readonly executionId: string;
      readonly status: 'Succeeded' | 'Failed';
    }
  | {
      readonly kind: 'notification';
      readonly topicArn: string;
      readonly subject: string | null;
      readonly message: string;
    }
  | {
      readonly kind: 'event';
      readonly bus: string;
      readonly source: string;
      readonly detailType: string;
      readonly detail: unknown;
      readonly resources: readonly string[];
      readonly time: string | null;
    }
  | {
      readonly kind: 'metric';
      readonly namespace: string;
      readonly name: string;
      readonly dimensions: readonly { readonly name: string; readonly value: string }[];
      /** The single value; null where statistics or a list of values were put. */
      readonly value: number | null;
      readonly unit: string | null;
    }
  | {
      readonly kind: 'alarm';
      readonly name: string;
      readonly before: AlarmState;
      readonly state: AlarmState;
      readonly reason: string;
      /** ARNs of the actions that were carried out; none where a suppressor holds them back, until it lets go. */
      readonly actions: readonly string[];
      readonly time: string;
    };

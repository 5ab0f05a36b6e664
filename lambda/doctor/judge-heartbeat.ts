import { documentation, symptomPages } from '../contract.ts';
import type { Fact } from '../model/fact.ts';
import type { GroundLine } from './ground-line.ts';
import { lineOf } from './line-of.ts';
import type { Heartbeat, HeartbeatAlarm } from './read-heartbeat.ts';
import { unknownLine } from './unknown-line.ts';

/** Whether a deployment's checks come to their end, as its alarm has it, and whether its metrics arrive. */
export function judgeHeartbeat(deployment: string, { alarm, beats }: Heartbeat): readonly GroundLine[] {
  return [judgeAlarm(deployment, alarm), judgeBeats(deployment, beats)];
}

const READ_ON = `Read on at ${documentation}/${symptomPages.heartbeat}.`;

function judgeAlarm(deployment: string, alarm: Fact<HeartbeatAlarm | null>): GroundLine {
  const subject = `heartbeat alarm of ${deployment}`;
  if (!alarm.known) return unknownLine('heartbeat', subject, alarm);
  const line = { part: 'heartbeat', subject } as const;
  if (alarm.value === null) {
    const says = 'There is none: nobody is told when checks stop.';
    return lineOf({ ...line, state: 'warning', says, todo: 'Deploy it with alarms.' });
  }
  const { name, state, since, tells } = alarm.value;
  const says = `${name} is ${state}${since === null ? '' : ` since ${since}`}.`;
  if (state === 'ALARM') {
    return lineOf({ ...line, state: 'missing', says: `${says} Checks do not come to their end.`, todo: READ_ON });
  }
  if (state !== 'OK') {
    const todo = 'A new alarm is for some minutes. Ask again; where it stays, see whether metrics arrive.';
    return lineOf({ ...line, state: 'warning', says, todo });
  }
  if (tells) return lineOf({ ...line, state: 'ok', says });
  const todo = 'Enable them.';
  const command = `aws cloudwatch enable-alarm-actions --alarm-names ${name}`;
  return lineOf({ ...line, state: 'warning', says: `${says} Its actions are disabled.`, todo, command });
}

function judgeBeats(deployment: string, beats: Fact<boolean>): GroundLine {
  const subject = `metrics of ${deployment}`;
  if (!beats.known) return unknownLine('heartbeat', subject, beats);
  const line = { part: 'heartbeat', subject } as const;
  if (beats.value) return lineOf({ ...line, state: 'ok', says: 'The heartbeat arrived within the last three hours.' });
  return lineOf({
    ...line,
    state: 'missing',
    says: 'No heartbeat arrived within the last three hours. CloudWatch lists a new metric after up to 15 minutes.',
    todo: `Ask again where it was deployed just now. Else: ${READ_ON}`,
  });
}

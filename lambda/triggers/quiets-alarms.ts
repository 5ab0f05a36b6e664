import type { ChangeTrigger, DeployTrigger } from './monitor-trigger.ts';

/**
 * Calls that start, stop and exchange targets. What replaces the dead does so for as long as they die, and must not quieten the
 * alarm that this should raise. Nor must an instance that stops by itself (source `EC2`).
 */
const REPLACING: ReadonlySet<string> = new Set([
  'RegisterTargets',
  'DeregisterTargets',
  'StartInstances',
  'StopInstances',
  'RebootInstances',
  'TerminateInstances',
]);

/** Whether the alarms of those that a trigger names are held back until they are stable; else they are only checked. */
export function quietsAlarms(trigger: DeployTrigger | ChangeTrigger): boolean {
  if (trigger.kind === 'change') return !REPLACING.has(trigger.event);
  return trigger.source !== 'EC2' && trigger.source !== 'Auto Scaling';
}

import type { Symptom } from '../model/diagnosis.ts';
import { explainsSymptom } from './explains-symptom.ts';
import type { FaultData } from './fault.ts';

/**
 * Whether a fault explains any of the symptoms. One that shows in the configuration alone needs none: a network may
 * turn users away while every check is green.
 */
export function explainsAny(fault: Pick<FaultData, 'explains'>, symptoms: readonly Symptom[]): boolean {
  return fault.explains.includes('configuration') || symptoms.some((symptom) => explainsSymptom(fault, symptom));
}

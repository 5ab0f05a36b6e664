import { catalogue } from '../../../../lambda/diagnosis/catalogue.ts';
import type { Fault } from '../../../../lambda/diagnosis/fault.ts';
import type { Diagnosis, Finding } from '../../../../lambda/model/diagnosis.ts';
import type { Declarations } from '../../../../lambda/model/evidence.ts';
import type { Inventory } from '../../../../lambda/model/inventory.ts';
import { shop } from '../client-situations.ts';
import { judgedResource } from '../situation.ts';

/** The one fault of this code. Throws where the catalogue has none. */
export function faultOf(code: string): Fault {
  const fault = catalogue.find((one) => one.code === code);
  if (fault === undefined) throw new Error(`the catalogue has no ${code}`);
  return fault;
}

/** What one fault says of the small world's load balancer. */
export function toldOf(code: string, inventory: Inventory, declarations: Declarations = {}): Diagnosis {
  return judgedResource({ ...shop(inventory), declarations }, [faultOf(code)]).diagnosis;
}

/** Its findings, the leading one first. */
export function findingsOf(code: string, inventory: Inventory, declarations: Declarations = {}): readonly Finding[] {
  const { leading, others } = toldOf(code, inventory, declarations);
  return leading === null ? [] : [leading, ...others];
}

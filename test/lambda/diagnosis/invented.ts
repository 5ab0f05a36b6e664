import { defineFault, type Fault, type FaultData, type Needs, type Proof } from '../../../lambda/diagnosis/fault.ts';
import type { Fix } from '../../../lambda/model/diagnosis.ts';

const words = {
  meaning: '',
  probe: '',
  loadBalancer: '',
  user: '',
  confirmCode: '',
  confusedWith: '',
  cdk: '',
  cdkCode: '',
};
const fix: Fix = { summary: 'Mend it.', commands: ['mend'], cdk: '', confirm: '', changes: null };

type Invented = Partial<Omit<FaultData, 'needs'>> & {
  readonly needs?: Needs;
  readonly proofs?: readonly Partial<Proof>[];
  readonly changes?: Fix['changes'];
};

/** A fault that is present wherever it is asked, unless it is told otherwise. */
export function invented(
  code: string,
  { proofs = [{}], changes = null, needs = [['probes']], ...data }: Invented = {},
): Fault {
  return defineFault({
    ...{ code, title: code, component: 'route', subject: 'endpoint', kind: 'cause', refines: [] },
    ...{ explains: ['traffic:refused'], see: [], page: words },
    ...data,
    needs,
    match: () =>
      proofs.map(
        (proof): Proof => ({ certainty: 'certain', zones: null, culprit: { resource: code }, facts: [], ...proof }),
      ),
    why: () => code,
    fix: () => ({ ...fix, changes }),
  });
}

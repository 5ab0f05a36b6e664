import type { Culprit, Diagnosis, FaultKind, InconclusiveFault } from '../model/diagnosis.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Memory } from '../model/memory.ts';
import { oncePer } from '../reachability/once-per.ts';
import { explainsAny } from './explains-any.ts';
import { explainsSymptom } from './explains-symptom.ts';
import type { Fault, Proven } from './fault.ts';
import { findingOf } from './finding-of.ts';
import { knownFacts } from './known-facts.ts';
import { lastWell } from './last-well.ts';
import { type LookedFor, lookedFor } from './looked-for.ts';
import { missingFacts } from './missing-facts.ts';
import { showsInPart } from './shows-in-part.ts';
import { subjectOf } from './subject-of.ts';
import { symptomSince } from './symptom-since.ts';
import { toACaller } from './to-a-caller.ts';
import type { Verify } from './verify-fix.ts';

/** What the engine is given beside the evidence. `memory` is what checks before this one saw, for since when. */
export type DiagnoseWith = {
  /** In the catalogue's order. */
  readonly faults: readonly Fault[];
  readonly verify: Verify;
  readonly memory: Memory | null;
};

type Present = { readonly fault: Fault; readonly proven: readonly Proven[] };
type Verdict =
  | { readonly fault: Fault; readonly verdict: 'present'; readonly proven: readonly Proven[] }
  | { readonly fault: Fault; readonly verdict: 'inconclusive'; readonly missing: readonly string[] };

/** What there is to say of most subjects, one object for all of them. */
const NOTHING: Diagnosis = {
  ...{ symptom: null, since: null, lastWell: null, leading: null },
  ...{ others: [], inconclusive: [] },
};

/**
 * Lets every fault of its kind of subject judge one subject's evidence, and says which finding leads: of the present
 * causes those that no other present fault refines, what explains a symptom first, in the catalogue's order; consequences and
 * notes only where there is nothing else.
 */
export function diagnose(evidence: Evidence, { faults, verify, memory }: DiagnoseWith): Diagnosis {
  const { symptoms, at } = evidence;
  const looked = lookedFor(evidence);
  const verdicts = suspects(evidence, faults).flatMap((fault) => verdictOf(fault, looked, evidence));
  if (verdicts.length === 0 && symptoms.length === 0) return NOTHING;
  const subject = subjectOf(evidence);
  const findings = inOrder(verdicts, evidence).map(({ fault, proven }) =>
    findingOf(fault, proven, { subject, at, verify, memory }),
  );
  const [leading = null, ...others] = findings;
  const symptom = symptoms[0] ?? null;
  return {
    symptom,
    since: symptom === null ? null : symptomSince(memory, subject.id, symptom.outcome, at),
    lastWell: symptom === null && leading === null ? null : lastWell(memory, subject.id),
    leading,
    others,
    inconclusive: verdicts.flatMap(inconclusiveOf),
  };
}

/** The faults of its kind of subject that explain what is not as it should be. Most subjects are well, and have the same few. */
function suspects(evidence: Evidence, faults: readonly Fault[]): readonly Fault[] {
  const { subject, symptoms } = evidence;
  // Nothing but the word is known of what is not dialled, and a list of all that this leaves open helps nobody.
  if (isHeardOf(evidence)) return [];
  const { own, ofWell } = bySubject(faults)[isOfWatch(evidence) ? 'watched' : subject];
  return symptoms.length === 0 ? ofWell : own.filter((fault) => explainsAny(fault, symptoms));
}

function isHeardOf(evidence: Evidence): boolean {
  return evidence.subject === 'endpoint' && evidence.endpoint.dialled === false;
}

function isOfWatch(evidence: Evidence): boolean {
  return evidence.subject === 'endpoint' && evidence.loadBalancer === null;
}

const bySubject = oncePer((faults: readonly Fault[]) => {
  const of = (subject: Evidence['subject']) => {
    const own = faults.filter((fault) => fault.subject === subject);
    return { own, ofWell: own.filter((fault) => explainsAny(fault, [])) };
  };
  const endpoint = of('endpoint');
  const notBehind = (some: readonly Fault[]) => some.filter(({ behind }) => behind !== true);
  return {
    endpoint,
    watched: { own: notBehind(endpoint.own), ofWell: notBehind(endpoint.ofWell) },
    'load-balancer': of('load-balancer'),
    'target-group': of('target-group'),
  };
});

/** A list of one, or of none where the fault is absent. */
function verdictOf(fault: Fault, looked: LookedFor, evidence: Evidence): readonly Verdict[] {
  const needs = fault.needsIn?.(evidence) ?? fault.needs;
  const missing = missingFacts(needs, looked);
  if (missing.length > 0) {
    const said = isOfWatch(evidence) ? missing.map(toACaller) : missing;
    return [{ fault, verdict: 'inconclusive', missing: said }];
  }
  const proven = fault.prove(knownFacts(needs, looked), evidence);
  return proven.length === 0 ? [] : [{ fault, verdict: 'present', proven }];
}

function inconclusiveOf(verdict: Verdict): readonly InconclusiveFault[] {
  return verdict.verdict === 'inconclusive' ? [{ code: verdict.fault.code, missing: verdict.missing }] : [];
}

/**
 * Findings in the order in which they lead: of each kind those that explain a symptom, in all its zones before some of them,
 * and both before what explains it by chance, before what shows in the configuration besides. A line that two faults blame (an
 * ACL of both subnets) is blamed once.
 */
function inOrder(verdicts: readonly Verdict[], evidence: Evidence): readonly Found[] {
  const { symptoms } = evidence;
  const present = unrefined(verdicts.flatMap((one): readonly Present[] => (one.verdict === 'present' ? [one] : [])));
  const kinds: readonly FaultKind[] = ['cause', 'consequence', 'note'];
  const isExplaining = ({ fault }: Present) => symptoms.some((symptom) => explainsSymptom(fault, symptom));
  const found = kinds
    .map((kind) => present.filter(({ fault }) => fault.kind === kind))
    .flatMap((same) => [
      ...proofsOf(same.filter(isExplaining)).toSorted((a, b) => lack(a, evidence) - lack(b, evidence)),
      ...proofsOf(same.filter((one) => !isExplaining(one))),
    ]);
  return found.filter(({ proven }, index) => !found.slice(0, index).some((before) => sameLine(before.proven, proven)));
}

type Found = { readonly fault: Fault; readonly proven: Proven };

function proofsOf(present: readonly Present[]): readonly Found[] {
  return present.flatMap(({ fault, proven }) => proven.map((one) => ({ fault, proven: one })));
}

/** How far a finding is from explaining all of what was seen. */
function lack({ fault, proven }: Found, evidence: Evidence): number {
  if (proven.partial) return 2;
  return showsInPart(fault, proven, evidence) ? 1 : 0;
}

function unrefined(present: readonly Present[]): readonly Present[] {
  return present.flatMap(({ fault, proven }) => {
    const finer = present.filter((one) => one.fault.refines.includes(fault.code));
    const left = proven.filter((proof) => !finer.some((one) => takesOver(one, proof)));
    return left.length === 0 ? [] : [{ fault, proven: left }];
  });
}

function takesOver({ fault, proven }: Present, { culprit }: Proven): boolean {
  return !fault.byCulprit || proven.some((one) => isSame(one.culprit, culprit));
}

function isSame(a: Culprit, b: Culprit): boolean {
  return a.resource === b.resource && a.line === b.line && a.value === b.value;
}

function sameLine({ culprit: a }: Proven, { culprit: b }: Proven): boolean {
  return a.line !== undefined && isSame(a, b);
}

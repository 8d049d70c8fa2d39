import type { Diagnosis, Evidence, Finding, NotHelping, Rule } from './finding';
import { companions, verdicts } from './rules';

/** Says what the record at an index means: the first verdict that holds, and every companion. */
export function diagnose(evidence: Evidence): Diagnosis {
  for (const verdict of verdicts) {
    const [found] = findings([verdict], evidence);
    if (found) return { verdict: found, companions: findings(companions, evidence) };
  }
  throw new RangeError('The last verdict holds for every record.');
}

function findings(rules: readonly Rule[], evidence: Evidence): readonly Finding[] {
  return rules.flatMap(({ id, find }) => {
    const found = find(evidence);
    if (!found) return [];
    const isUntried = ({ isOn }: NotHelping) => !isOn?.(evidence.experiment);
    return [{ id, ...found, notHelping: found.notHelping.filter(isUntried) }];
  });
}

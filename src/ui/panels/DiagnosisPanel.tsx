import { useRef, useState } from 'react';
import type { Finding } from '../../diagnosis/finding';
import type { Experiment } from '../../experiment/schema';
import { useApp } from '../../state/hooks';
import { stepsTaken } from '../../state/store/run';
import { Announcer } from './Announcer';
import { EvidenceLines } from './EvidenceLines';
import { Fixes } from './Fixes';
import { FixOutcome } from './FixOutcome';
import { useDiagnosis } from './useDiagnosis';
import { useFill } from './useFill';
import { WatchAgain } from './WatchAgain';
import './diagnosis.css';

/**
 * What the step on screen means: one verdict with its cause, what helps, and the numbers behind it. What grows when a run
 * ends stands below what helps, which stays where it was.
 */
export function DiagnosisPanel() {
  const fill = useFill();
  const judged = useDiagnosis();
  if (!judged) return null;
  const { verdict, evidence } = judged;
  return (
    <>
      <Announcer verdict={verdict} />
      <section className={`verdict diagnosed ${verdict.severity}`} data-place="reading">
        <h2>{fill(verdict.title, verdict.places)}</h2>
        <p>{fill(verdict.cause, verdict.places)}</p>
      </section>
      <Advice verdict={verdict} experiment={evidence.current} />
      <section className="grounds">
        <EvidenceLines finding={verdict} />
        {evidence.nonFinite && <WatchAgain />}
      </section>
    </>
  );
}

interface AdviceProps {
  readonly verdict: Finding;
  /** The experiment that the verdict is about. */
  readonly experiment: Experiment;
}

/** What helps, and what came of the fix that was applied, which keeps the place that the fixes took until it trains. */
function Advice({ verdict, experiment }: AdviceProps) {
  const fixed = useApp(({ fix }) => fix?.after);
  const isHeld = useApp(({ experiment: now, run }) => now === fixed && stepsTaken(run) === 0);
  const box = useRef<HTMLDivElement>(null);
  const [minHeight, keep] = useState(0);
  return (
    <div ref={box} className="advice" style={isHeld ? { minHeight } : undefined}>
      {fixed === experiment && <FixOutcome />}
      <Fixes finding={verdict} onApply={() => keep(box.current?.offsetHeight ?? 0)} />
    </div>
  );
}

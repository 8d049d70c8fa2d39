import { useRef, useState } from 'react';
import { diagnose } from '../../diagnosis/diagnose';
import type { Finding } from '../../diagnosis/finding';
import { useApp } from '../../state/hooks';
import { Fixes } from './Fixes';
import { FixOutcome } from './FixOutcome';
import { Story } from './Story';
import { useEvidence } from './useEvidence';
import { useFill } from './useFill';
import './diagnosis.css';

/**
 * What the step on screen means: one verdict with its cause, what helps, the numbers behind it, and what holds beside it.
 * What grows when a run ends stands below what helps, which stays where it was.
 */
export function DiagnosisPanel() {
  const isReplaying = useApp((state) => state.isReplaying);
  const isFixed = useApp(({ fix, experiment }) => fix?.after === experiment);
  const fill = useFill();
  const evidence = useEvidence();
  if (!evidence) return null;
  const { history, nonFinite } = evidence;
  const { verdict, companions } = diagnose(evidence);
  return (
    <>
      <section
        className={`verdict diagnosed ${verdict.severity}`}
        data-place="reading"
        aria-live={isReplaying ? 'off' : 'polite'}
      >
        <h2>{fill(verdict.title, verdict.places)}</h2>
        <p>{fill(verdict.cause, verdict.places)}</p>
      </section>
      <Advice verdict={verdict} isFixed={isFixed} />
      <section className="grounds">
        <Evidence finding={verdict} />
        {nonFinite && <Story {...{ history, nonFinite }} />}
      </section>
      {companions.map((finding) => (
        <section key={finding.id} className={`companion ${finding.severity}`}>
          <h2>{fill(finding.title, finding.places)}</h2>
          <p>{fill(finding.cause, finding.places)}</p>
          <Evidence finding={finding} />
          <Fixes finding={finding} />
        </section>
      ))}
    </>
  );
}

interface AdviceProps {
  readonly verdict: Finding;
  /** Whether the experiment on screen is what a fix made of it. */
  readonly isFixed: boolean;
}

/** What helps, and what came of the fix that was applied, which keeps the place that the fixes took. */
function Advice({ verdict, isFixed }: AdviceProps) {
  const box = useRef<HTMLDivElement>(null);
  const [minHeight, keep] = useState(0);
  return (
    <div ref={box} className="advice" style={isFixed ? { minHeight } : undefined}>
      <FixOutcome />
      <Fixes finding={verdict} onApply={() => keep(box.current?.offsetHeight ?? 0)} />
    </div>
  );
}

/** The numbers behind a finding. */
function Evidence({ finding: { evidence, places } }: { readonly finding: Finding }) {
  const fill = useFill();
  return (
    <ul className="evidence">
      {evidence.map((line) => (
        <li key={line.en}>{fill(line, places)}</li>
      ))}
    </ul>
  );
}

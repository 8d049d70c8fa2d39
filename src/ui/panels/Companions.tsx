import { diagnose } from '../../diagnosis/diagnose';
import { EvidenceLines } from './EvidenceLines';
import { Fixes } from './Fixes';
import { Story } from './Story';
import { useEvidence } from './useEvidence';
import { useFill } from './useFill';

/** What holds beside the verdict, and how a run ended. */
export function Companions() {
  const fill = useFill();
  const evidence = useEvidence();
  if (!evidence) return null;
  const { history, nonFinite } = evidence;
  return (
    <>
      {diagnose(evidence).companions.map((finding) => (
        <section key={finding.id} className={`companion ${finding.severity}`}>
          <h2>{fill(finding.title, finding.places)}</h2>
          <p>{fill(finding.cause, finding.places)}</p>
          <EvidenceLines finding={finding} />
          <Fixes finding={finding} />
        </section>
      ))}
      {nonFinite && <Story {...{ history, nonFinite }} />}
    </>
  );
}

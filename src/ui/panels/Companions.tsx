import { EvidenceLines } from './EvidenceLines';
import { Fixes } from './Fixes';
import { Story } from './Story';
import { useDiagnosis } from './useDiagnosis';
import { useFill } from './useFill';

/** What holds beside the verdict, and how a run ended. */
export function Companions() {
  const fill = useFill();
  const judged = useDiagnosis();
  if (!judged) return null;
  const { history, nonFinite } = judged.evidence;
  return (
    <>
      {judged.companions.map((finding) => (
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

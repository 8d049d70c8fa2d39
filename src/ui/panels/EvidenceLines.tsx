import type { Finding } from '../../diagnosis/finding';
import { useFill } from './useFill';

/** The numbers behind a finding. */
export function EvidenceLines({ finding: { evidence, places } }: { readonly finding: Finding }) {
  const fill = useFill();
  return (
    <ul className="evidence">
      {evidence.map((line) => (
        <li key={line.en}>{fill(line, places)}</li>
      ))}
    </ul>
  );
}

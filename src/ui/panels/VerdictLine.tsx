import { useDiagnosis } from './useDiagnosis';
import { useFill } from './useFill';
import './verdictLine.css';

/** The verdict in one line, for screens on which its panel lies far below; a press goes there. Its place is kept for it. */
export function VerdictLine() {
  const fill = useFill();
  const judged = useDiagnosis();
  if (!judged) return <div className="verdict-line awaited" />;
  const { verdict } = judged;
  return (
    <button type="button" className={`verdict-line ${verdict.severity}`} onClick={goToReading}>
      {fill(verdict.title, verdict.places)} <span aria-hidden="true">↓</span>
    </button>
  );
}

/** Brings the reading to the top, and the focus with it. */
function goToReading(): void {
  const reading = document.querySelector<HTMLElement>('.column.right');
  reading?.focus({ preventScroll: true });
  reading?.scrollIntoView();
}

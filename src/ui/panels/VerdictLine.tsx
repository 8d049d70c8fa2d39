import { diagnose } from '../../diagnosis/diagnose';
import { judgedIndex } from '../../state/app';
import { useTurn } from '../charts/useTurn';
import { useFill } from './useFill';
import './verdictLine.css';

/** The verdict in one line, for screens on which its panel lies far below; a press goes there. Its place is kept for it. */
export function VerdictLine() {
  const fill = useFill();
  const drawn = useTurn();
  const { run, experiment } = drawn;
  const { history, nonFinite } = run;
  if (!history?.length || history.shape.depth !== experiment.depth) {
    return <div className="verdict-line awaited" />;
  }
  const index = judgedIndex(drawn);
  const { verdict } = diagnose({ experiment, history, index, nonFinite });
  return (
    <button
      type="button"
      className={`verdict-line ${verdict.severity}`}
      onClick={() => document.querySelector('.reading-panel')?.scrollIntoView()}
    >
      {fill(verdict.title, verdict.places)} <span aria-hidden="true">↓</span>
    </button>
  );
}

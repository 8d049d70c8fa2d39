import type { Localized } from '../../base/localized';
import { studyTexts as texts } from '../../i18n/study';
import { useTranslate } from '../../i18n/translate';
import { useApp, useBackground } from '../../state/hooks';
import { goOnHidden, type JobState } from '../../state/studies/background';

interface JobBarProps {
  /** Null before there is a job. */
  readonly state: JobState | null;
  readonly done: number;
  readonly total: number;
  /** What the button that starts a job says. */
  readonly start: string;
  /** How far a job is, with places for `done` and `total`. */
  readonly progress: Localized;
  /** Whether a job cannot be started. */
  readonly isRefused: boolean;
  onStart(): void;
  onCancel(): void;
  onResume(): void;
}

/** Starts, calls off and goes on with a background job, and shows how far it is. */
export function JobBar(props: JobBarProps) {
  const { state, done, total, start, progress, isRefused, onStart, onCancel, onResume } = props;
  const t = useTranslate();
  const goesOnHidden = useBackground((background) => background.goesOnHidden);
  const isTraining = useApp(({ run }) => run.state === 'running');
  return (
    <div className="job-bar">
      {state === 'running' ? (
        <button type="button" className="button" onClick={onCancel}>
          {t(texts.cancel)}
        </button>
      ) : (
        <button type="button" className="button primary" disabled={isRefused} onClick={onStart}>
          {start}
        </button>
      )}
      {state === 'cancelled' && (
        <button type="button" className="button" onClick={onResume}>
          {t(texts.resume)}
        </button>
      )}
      {state && (
        <label className="job-progress">
          <progress value={done} max={Math.max(1, total)} />
          <span>{t(progress, { done, total })}</span>
        </label>
      )}
      {state === 'running' && isTraining && <span className="quiet">{t(texts.paced)}</span>}
      <label className="job-hidden">
        <input
          type="checkbox"
          checked={goesOnHidden}
          onChange={({ currentTarget }) => goOnHidden(currentTarget.checked)}
        />
        {t(texts.hidden)}
      </label>
    </div>
  );
}

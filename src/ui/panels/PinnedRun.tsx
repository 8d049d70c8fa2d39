import { differences } from '../../experiment/change';
import { fieldOf } from '../../experiment/schema';
import { formatCount } from '../../i18n/numbers';
import { readingTexts } from '../../i18n/reading';
import { useTranslate } from '../../i18n/translate';
import { useApp, useLockedOut } from '../../state/hooks';
import { begin } from '../../state/run/actions';
import { atTheEnd, rename, unpin } from '../../state/saved/pins';
import type { Baseline } from '../../state/store/kept';
import { PinKey } from '../charts/colors/pins';
import { EventLines } from './Changes';
import { describe } from './describe';

interface PinnedRunProps {
  readonly baseline: Baseline;
  /** What is compared: of this run, and of the run on screen. */
  readonly rows: readonly (readonly [name: string, then: string, now: string])[];
}

/** A pinned run: its name, its own changes on the way, how it ended up different from what is on screen, and both in numbers. */
export function PinnedRun({ baseline, rows }: PinnedRunProps) {
  const t = useTranslate();
  const experiment = useApp((state) => state.experiment);
  const { id, name, history, events } = baseline;
  const pinned = atTheEnd(baseline);
  const isRefused = useLockedOut(pinned);
  const changes = differences(pinned, experiment);
  const steps = formatCount(history.at(history.length - 1, 'step'));
  return (
    <div className="pinned">
      <div className="pinned-header">
        <PinKey baseline={baseline} />
        <input
          className="pinned-name"
          aria-label={t(readingTexts.pinName)}
          value={name}
          maxLength={24}
          onChange={({ currentTarget }) => rename(id, currentTarget.value)}
        />
        <small>{t(readingTexts.pinnedSteps, { steps })}</small>
        <button
          type="button"
          className="button"
          disabled={changes.length === 0 || isRefused}
          aria-label={t(readingTexts.loadPinned, { name })}
          onClick={() => begin(pinned)}
        >
          {t(readingTexts.load)}
        </button>
        <button
          type="button"
          className="button square"
          aria-label={t(readingTexts.unpin, { name })}
          onClick={() => unpin(id)}
        >
          ×
        </button>
      </div>
      <EventLines events={events} />
      <ul className="changes">
        {changes.length === 0 && <li className="quiet">{t(readingTexts.sameExperiment)}</li>}
        {changes.map(({ key, from, to }) => (
          <li key={key}>
            {t(readingTexts.fromTo, {
              setting: t(fieldOf(key).label),
              from: t(describe(key, from)),
              to: t(describe(key, to)),
            })}
          </li>
        ))}
      </ul>
      <table className="pinned-numbers">
        <thead>
          <tr>
            <td />
            <th scope="col">{name}</th>
            <th scope="col">{t(readingTexts.now)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([label, then, now]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{then}</td>
              <td>{now}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useTranslate } from '../../i18n/translate';
import { wordTexts as texts } from '../../i18n/words';
import { isFirstLook } from '../../state/address/firstExperiment';
import { useApp, usePreferences } from '../../state/hooks';
import { hints, prefer } from '../../state/store/preferences';
import './words.css';

const sentences = { see: texts.hintSee, run: texts.hintRun, fix: texts.hintFix } as const;

/**
 * The hint that a first visit has come to, in one place that holds the longest of them; nothing once they were passed or
 * dismissed. They speak of the experiment that the page opens with.
 */
export function Hint() {
  const t = useTranslate();
  const passed = usePreferences((state) => state.hintsPassed);
  const isEmbedded = useApp((state) => state.appearance.isEmbedded);
  const isFirst = useApp(({ experiment }) => isFirstLook(experiment));
  const shown = hints[passed];
  if (isEmbedded || !shown || !isFirst) return null;
  const isLast = passed === hints.length - 1;
  const number = t(texts.hint, { number: passed + 1, total: hints.length });
  return (
    <aside
      className="hint"
      aria-label={number}
      onKeyDown={({ key }) => key === 'Escape' && prefer({ hintsPassed: hints.length })}
    >
      <div className="hint-texts">
        {hints.map((hint) => (
          <p key={hint} className={hint === shown ? undefined : 'other'}>
            {t(sentences[hint])}
          </p>
        ))}
      </div>
      <small className="hint-count">{number}</small>
      <button type="button" className="button" onClick={() => prefer({ hintsPassed: passed + 1 })}>
        {t(isLast ? texts.done : texts.next)}
      </button>
      {!isLast && (
        <button
          type="button"
          className="link-button"
          onClick={() => prefer({ hintsPassed: hints.length })}
        >
          {t(texts.noHints)}
        </button>
      )}
    </aside>
  );
}

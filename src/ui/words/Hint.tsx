import { defaultExperiment } from '../../experiment/schema';
import { useTranslate } from '../../i18n/translate';
import { wordTexts as texts } from '../../i18n/words';
import { useApp, usePreferences } from '../../state/hooks';
import { hints, prefer } from '../../state/preferences';
import { isSame } from '../../state/scenarios';
import './words.css';

const sentences = { see: texts.hintSee, run: texts.hintRun, fix: texts.hintFix } as const;

/**
 * One of the hints of a first visit, where it belongs; nothing once it was passed or dismissed. The first one speaks of the
 * experiment that the page opens with.
 */
export function Hint({ at }: { readonly at: (typeof hints)[number] }) {
  const t = useTranslate();
  const passed = usePreferences((state) => state.hintsPassed);
  const isEmbedded = useApp((state) => state.appearance.isEmbedded);
  const isUsual = useApp(({ experiment }) => isSame(experiment, defaultExperiment));
  const fits = at !== 'see' || isUsual;
  if (isEmbedded || hints[passed] !== at || !fits) return null;
  const isLast = passed === hints.length - 1;
  return (
    <aside
      className={`hint hint-place-${at}`}
      aria-label={t(texts.hint, { number: passed + 1 })}
      onKeyDown={({ key }) => key === 'Escape' && prefer({ hintsPassed: hints.length })}
    >
      <p>{t(sentences[at])}</p>
      <small className="hint-count">{t(texts.hint, { number: passed + 1 })}</small>
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

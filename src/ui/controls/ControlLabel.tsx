import { lazy, useId, useState } from 'react';
import type { Field } from '../../base/field';
import type { Localized } from '../../base/localized';
import type { Entry } from '../../catalog/entry';
import { controlTexts } from '../../i18n/controls';
import { useTranslate } from '../../i18n/translate';
import { wordTexts } from '../../i18n/words';
import type { WordId } from '../../learn/glossary/ids';
import { openWord } from '../../state/learn/openWord';
import { LoadedPart } from '../layout/LoadedPart';

const Formula = lazy(() =>
  import('../words/Formula').then((module) => ({ default: module.Formula })),
);

const WordCard = lazy(() =>
  import('../words/WordCard').then((module) => ({ default: module.WordCard })),
);

interface ControlLabelProps {
  readonly field: Field;
  readonly htmlFor: string;
  /** What to say about the setting as it is now, after the field's own help. */
  readonly about?: Localized | undefined;
  readonly entry?: Entry | undefined;
  readonly word?: WordId | undefined;
}

/** The label of a control, a mark if it applies while training, and its help behind a question mark: what it does, or what its word means. */
export function ControlLabel({ field, htmlFor, about, entry, word }: ControlLabelProps) {
  const t = useTranslate();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const help = [field.help, about].filter((text) => text !== undefined);
  const { source, formula } = entry ?? {};
  return (
    <>
      <span className="control-label">
        <label htmlFor={htmlFor}>{t(field.label)}</label>
        {field.change === 'live' && (
          <span
            className="live-mark"
            role="img"
            aria-label={t(controlTexts.live)}
            title={t(controlTexts.live)}
          />
        )}
        {(help.length > 0 || source || word) && (
          <button
            type="button"
            className="help-button"
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t(controlTexts.about, { setting: t(field.label) })}
            onClick={() => setOpen(!isOpen)}
          >
            ?
          </button>
        )}
      </span>
      {isOpen && (
        <div id={id} className="help">
          {help.map((text) => (
            <p key={text.en}>{t(text)}</p>
          ))}
          {formula && (
            <LoadedPart>
              <Formula tex={formula} />
            </LoadedPart>
          )}
          {source && (
            <p lang="en">
              {source.authors} ({source.year}). <cite>{source.title}</cite>.
            </p>
          )}
          {word && help.length === 0 && (
            <LoadedPart>
              <WordCard id={word} hasLink title="strong" />
            </LoadedPart>
          )}
          {word && help.length > 0 && (
            <button type="button" className="link-button" onClick={() => openWord(word)}>
              {t(wordTexts.glossary)}
            </button>
          )}
        </div>
      )}
    </>
  );
}

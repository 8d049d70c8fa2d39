import { useId, useMemo, useState } from 'react';
import { format, type NumberField, parse } from '../../base/field';
import { controlTexts } from '../../i18n/controls';
import { useTranslate } from '../../i18n/translate';
import type { WordId } from '../../learn/glossary/ids';
import { ControlLabel } from './ControlLabel';
import { nearestStop, stopsOf } from './stops';

interface NumberControlProps {
  readonly field: NumberField;
  readonly value: number;
  /** The word of the glossary behind the label. */
  readonly word?: WordId | undefined;
  onChange(value: number): void;
}

/** A number: a slider for the hand, a box for the exact value, and a switch for a value with a word. */
export function NumberControl({ field, value, word: term, onChange }: NumberControlProps) {
  const t = useTranslate();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState('');
  const { word } = field;
  const isWord = word?.value === value;

  function commit() {
    if (draft === null) return;
    const { value: read, problem } = parse(field, draft.trim());
    setDraft(null);
    if (problem?.kind === 'unreadable') {
      setMessage(t(controlTexts.notANumber));
      return;
    }
    const adjusted = problem?.kind === 'rounded' ? controlTexts.rounded : controlTexts.limited;
    setMessage(problem ? t(adjusted, { value: format(field, read) }) : '');
    onChange(read);
  }

  function slide(next: number) {
    setMessage('');
    setDraft(null);
    onChange(next);
  }

  return (
    <div className="control">
      <ControlLabel field={field} htmlFor={id} word={term} />
      <Slider field={field} value={value} isDisabled={isWord} onChange={slide} />
      <input
        id={id}
        className="number-box"
        type="text"
        inputMode="decimal"
        autoComplete="off"
        spellCheck={false}
        value={draft ?? format(field, value)}
        aria-describedby={message ? `${id}-message` : undefined}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setDraft(null);
        }}
      />
      {word && (
        <label className="word">
          <input
            type="checkbox"
            checked={isWord}
            onChange={(event) => slide(event.target.checked ? word.value : field.default)}
          />
          {t(word.label)}
        </label>
      )}
      {message && (
        <p id={`${id}-message`} className="control-message" role="status">
          {message}
        </p>
      )}
    </div>
  );
}

interface SliderProps extends NumberControlProps {
  readonly isDisabled: boolean;
}

/** More positions than a hand can tell apart: such a number is typed. */
const mostPositions = 2000;

/** Linear scales slide over the values themselves, the others over their stops. */
function Slider({ field, value, isDisabled, onChange }: SliderProps) {
  const t = useTranslate();
  const stops = useMemo(() => stopsOf(field), [field]);
  const { min, max, scale, step = 1 } = field;
  const isLinear = scale === 'linear';
  const range = isLinear ? { min, max, step } : { min: 0, max: stops.length - 1, step: 1 };
  if (isLinear && (max - min) / step > mostPositions) return null;
  return (
    <input
      className="slider"
      type="range"
      aria-label={t(field.label)}
      aria-valuetext={format(field, value)}
      disabled={isDisabled}
      {...range}
      value={isLinear ? value : nearestStop(stops, value)}
      onChange={(event) => {
        const position = Number(event.target.value);
        onChange(isLinear ? position : (stops[position] ?? value));
      }}
    />
  );
}

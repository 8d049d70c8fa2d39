import { useId, useMemo, useState } from 'react';
import { type NumberField, parse, written } from '../../base/field';
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

/** What became of a text that was not taken as it stands, and the value that is in force. */
interface Message {
  readonly text: 'notANumber' | 'limited' | 'rounded';
  readonly value: number;
}

/** A number: a slider for the hand, a box for the exact value, and a switch for a value with a word. */
export function NumberControl({ field, value, word: term, onChange }: NumberControlProps) {
  const t = useTranslate();
  const id = useId();
  const [draft, setDraft] = useState<string | null>(null);
  const [message, setMessage] = useState<Message | null>(null);
  const { word } = field;
  const isWord = word?.value === value;

  function commit() {
    if (draft === null) return;
    const { value: read, problem } = parse(field, withWord(field, draft.trim()));
    setDraft(null);
    if (problem?.kind === 'unreadable') {
      setMessage({ text: 'notANumber', value });
      return;
    }
    const text = problem?.kind === 'rounded' ? 'rounded' : 'limited';
    setMessage(problem ? { text, value: read } : null);
    onChange(read);
  }

  function slide(next: number) {
    setMessage(null);
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
        value={draft ?? t(written(field, value))}
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
          {t(controlTexts[message.text], { value: t(written(field, message.value)) })}
        </p>
      )}
    </div>
  );
}

/** What was typed, with the field's word for a value as `parse` reads it, whatever the language. */
function withWord({ word }: NumberField, typed: string): string {
  return word && Object.values(word.label).includes(typed) ? word.text : typed;
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
      aria-valuetext={t(written(field, value))}
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

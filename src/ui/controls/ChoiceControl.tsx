import { useId } from 'react';
import type { ChoiceField } from '../../base/field';
import type { Entry } from '../../catalog/entry';
import { useTranslate } from '../../i18n/translate';
import type { WordId } from '../../learn/glossary/ids';
import { ControlLabel } from './ControlLabel';

interface ChoiceControlProps {
  readonly field: ChoiceField;
  readonly value: string;
  /** What is chosen or switched, where it comes from the catalog. */
  readonly entry?: Entry | undefined;
  /** The word of the glossary behind the label. */
  readonly word?: WordId | undefined;
  onChange(value: string): void;
}

/** One of a list; the help tells about the option that is chosen. */
export function ChoiceControl({ field, value, entry, word, onChange }: ChoiceControlProps) {
  const t = useTranslate();
  const id = useId();
  const chosen = field.options.find((option) => option.id === value);
  return (
    <div className="control">
      <ControlLabel field={field} htmlFor={id} about={chosen?.summary} {...{ entry, word }} />
      <select
        id={id}
        className="select"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      >
        {field.options.map((option) => (
          <option key={option.id} value={option.id}>
            {t(option.name)}
          </option>
        ))}
      </select>
    </div>
  );
}

import { useId } from 'react';
import type { ToggleField } from '../../base/field';
import type { Entry } from '../../catalog/entry';
import type { WordId } from '../../learn/glossary/ids';
import { ControlLabel } from './ControlLabel';

interface ToggleControlProps {
  readonly field: ToggleField;
  readonly value: boolean;
  /** What is chosen or switched, where it comes from the catalog. */
  readonly entry?: Entry | undefined;
  /** The word of the glossary behind the label. */
  readonly word?: WordId | undefined;
  onChange(value: boolean): void;
}

/** On or off. */
export function ToggleControl({ field, value, entry, word, onChange }: ToggleControlProps) {
  const id = useId();
  return (
    <div className="control toggle-control">
      <input
        id={id}
        className="switch"
        type="checkbox"
        role="switch"
        aria-checked={value}
        checked={value}
        onChange={(event) => onChange(event.target.checked)}
      />
      <ControlLabel field={field} htmlFor={id} {...{ entry, word }} />
    </div>
  );
}

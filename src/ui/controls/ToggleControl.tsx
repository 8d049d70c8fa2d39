import { useId } from 'react';
import type { ToggleField } from '../../base/field';
import type { Source } from '../../catalog/entry';
import { ControlLabel } from './ControlLabel';

interface ToggleControlProps {
  readonly field: ToggleField;
  readonly value: boolean;
  readonly source: Source | undefined;
  onChange(value: boolean): void;
}

/** On or off. */
export function ToggleControl({ field, value, source, onChange }: ToggleControlProps) {
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
      <ControlLabel field={field} htmlFor={id} source={source} />
    </div>
  );
}

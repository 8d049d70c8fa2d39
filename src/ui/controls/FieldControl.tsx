import { sourceOf } from '../../experiment/choices';
import { fieldOf, type Key } from '../../experiment/schema';
import { change } from '../../state/actions';
import { useApp } from '../../state/hooks';
import { ChoiceControl } from './ChoiceControl';
import { NumberControl } from './NumberControl';
import { ToggleControl } from './ToggleControl';

/** The control of one setting, as its kind of field asks. */
export function FieldControl({ setting }: { readonly setting: Key }) {
  const field = fieldOf(setting);
  const value = useApp(({ experiment }) => experiment[setting]);
  const onChange = (next: number | string | boolean) => change({ [setting]: next });
  const source = sourceOf(setting, value);
  if (field.kind === 'number' && typeof value === 'number') {
    return <NumberControl field={field} value={value} onChange={onChange} />;
  }
  if (field.kind === 'choice' && typeof value === 'string') {
    return <ChoiceControl field={field} value={value} source={source} onChange={onChange} />;
  }
  if (field.kind === 'toggle' && typeof value === 'boolean') {
    return <ToggleControl field={field} value={value} source={source} onChange={onChange} />;
  }
  return null;
}

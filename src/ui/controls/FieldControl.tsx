import { entryBehind } from '../../experiment/choices';
import { fieldOf, type Key } from '../../experiment/schema';
import { wordOfSetting } from '../../learn/glossary/labels';
import { useApp } from '../../state/hooks';
import { change } from '../../state/run/actions';
import { ChoiceControl } from './ChoiceControl';
import { NumberControl } from './NumberControl';
import { ToggleControl } from './ToggleControl';

/** The control of one setting, as its kind of field asks. */
export function FieldControl({ setting }: { readonly setting: Key }) {
  const field = fieldOf(setting);
  const value = useApp(({ experiment }) => experiment[setting]);
  const onChange = (next: number | string | boolean) => change({ [setting]: next });
  const shared = { onChange, entry: entryBehind(setting, value), word: wordOfSetting[setting] };
  if (field.kind === 'number' && typeof value === 'number') {
    return <NumberControl field={field} value={value} onChange={onChange} word={shared.word} />;
  }
  if (field.kind === 'choice' && typeof value === 'string') {
    return <ChoiceControl field={field} value={value} {...shared} />;
  }
  if (field.kind === 'toggle' && typeof value === 'boolean') {
    return <ToggleControl field={field} value={value} {...shared} />;
  }
  return null;
}

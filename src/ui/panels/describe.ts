import { written } from '../../base/field';
import type { Localized } from '../../base/localized';
import { type Experiment, fieldOf, type Key } from '../../experiment/schema';

/** A setting's value as a person would name it: an option's own name, on or off, or the number. */
export function describe(key: Key, value: Experiment[Key]): Localized {
  const field = fieldOf(key);
  if (field.kind === 'choice') {
    const option = field.options.find(({ id }) => id === value);
    if (option) return option.name;
  }
  if (field.kind === 'toggle') {
    return value ? { en: 'on', 'zh-CN': '开' } : { en: 'off', 'zh-CN': '关' };
  }
  if (field.kind === 'number' && typeof value === 'number') return written(field, value);
  const text = String(value);
  return { en: text, 'zh-CN': text };
}

import type { Fields, ToggleField } from '../../base/field';
import { type FieldsOf, fieldsOf } from '../../catalog/entry';
import { normalizations } from '../../catalog/normalizations';
import { residuals } from '../../catalog/residuals';
import { safeguards } from '../../catalog/safeguards';
import { choiceOf } from './choice';

type Switches = { readonly [Id in (typeof safeguards)[number]['id']]: ToggleField };

/** Each safeguard's switch, followed by its own fields. */
const guards = Object.assign(
  {},
  ...safeguards.map(({ id, name, summary, change, fields }) => ({
    [id]: { kind: 'toggle', label: name, help: summary, change, default: false },
    ...fields,
  })),
) as Switches & FieldsOf<typeof safeguards>;

/** What is meant to keep a network from exploding. */
export const protection = {
  normalization: choiceOf(normalizations, {
    label: { en: 'Normalization', 'zh-CN': '归一化' },
    default: 'none',
  }),
  ...fieldsOf(normalizations),
  residual: choiceOf(residuals, {
    label: { en: 'Residual', 'zh-CN': '残差连接' },
    glossary: 'residualConnection',
    default: 'none',
  }),
  ...fieldsOf(residuals),
  ...guards,
} satisfies Fields;

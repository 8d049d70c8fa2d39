import type { Change, ChoiceField } from '../../base/field';

type Options<List extends readonly { readonly id: string }[]> = List[number]['id'];

/** A choice among catalog entries; changing it starts a run over unless said otherwise. */
export function choiceOf<const List extends readonly ChoiceField['options'][number][]>(
  entries: List,
  field: Omit<ChoiceField<Options<List>>, 'kind' | 'options' | 'change'>,
  change: Change = 'restart',
): ChoiceField<Options<List>> {
  return { kind: 'choice', change, options: entries, ...field };
}

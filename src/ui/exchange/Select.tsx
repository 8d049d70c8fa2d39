interface SelectProps<Id extends string> {
  readonly label: string;
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: Id;
  onChoose(id: Id): void;
}

/** One of a few, beside its label. */
export function Select<Id extends string>({ label, options, chosen, onChoose }: SelectProps<Id>) {
  return (
    <label>
      {label}
      <select
        className="select"
        value={chosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.value as Id)}
      >
        {options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Parts of a script by the name that others call them by. */
export type Pieces = Readonly<Record<string, string>>;

/** The pieces that a text calls, and those that they call in turn, in the order of the record. */
export function named(text: string, pieces: Pieces): readonly string[] {
  const chosen = new Set<string>();
  const visit = (from: string) => {
    for (const [name, piece] of Object.entries(pieces)) {
      if (chosen.has(name) || !new RegExp(`\\b${name}\\(`).test(from)) continue;
      chosen.add(name);
      visit(piece);
    }
  };
  visit(text);
  return Object.entries(pieces)
    .filter(([name]) => chosen.has(name))
    .map(([, piece]) => piece);
}

/** Every line of a text, indented by so many spaces; empty lines stay empty. */
export function indented(text: string, spaces: number): string {
  return text.replace(/^(?=.)/gm, ' '.repeat(spaces));
}

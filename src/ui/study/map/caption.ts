/** Breaks an address into lines of at most a width, where a setting begins if it can. */
export function addressLines(
  address: string,
  width: number,
  measure: (text: string) => number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const part of address.split(/(?=[&#*])/).flatMap(inPieces)) {
    if (line !== '' && measure(line + part) > width) {
      lines.push(line);
      line = '';
    }
    line += part;
  }
  return [...lines, line];
}

/** Most characters that stand together. */
const longest = 80;

function inPieces(part: string): readonly string[] {
  const count = Math.max(1, Math.ceil(part.length / longest));
  return Array.from({ length: count }, (_, index) =>
    part.slice(index * longest, (index + 1) * longest),
  );
}

/** Writes lines below each other, the first with its top at a place. */
export function drawText(
  context: CanvasRenderingContext2D,
  lines: readonly string[],
  { x, y, line }: { readonly x: number; readonly y: number; readonly line: number },
  font: string,
  color: string,
): void {
  context.font = font;
  context.fillStyle = color;
  context.textAlign = 'left';
  context.textBaseline = 'top';
  for (const [index, text] of lines.entries()) context.fillText(text, x, y + index * line);
}

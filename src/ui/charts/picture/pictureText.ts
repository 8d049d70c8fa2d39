import { copyOf, make, shapeOf } from './pictureParts';

/** A word with the space before it, or a key: a small drawing, or an empty box that a style sheet shapes. */
type Piece = { readonly word: string; readonly gap: string } | { readonly key: Element };

/** A paragraph of a picture. */
export interface Paragraph {
  readonly pieces: readonly Piece[];
  /** In CSS pixels. */
  readonly size: number;
  readonly weight?: number;
}

/** Room around a key, in CSS pixels. */
const keyGap = 4;

/** Words of a text; Chinese may break at every character. */
export function wordsOf(text: string): readonly Piece[] {
  const words = text.matchAll(/(\s*)([\u2e80-\uffef]|[^\s\u2e80-\uffef]{1,40})/g);
  return Array.from(words, ([, gap = '', word = '']) => ({ word, gap: gap && ' ' }));
}

/** What an element says: its words and keys in their order, without what is only heard. */
export function piecesOf(element: Element): readonly Piece[] {
  return [...element.childNodes].flatMap((node): readonly Piece[] => {
    if (!(node instanceof Element)) return wordsOf(node.textContent ?? '');
    if (node.classList.contains('unseen')) return [];
    const isKey = node.tagName === 'svg' || (node.tagName === 'I' && node.textContent === '');
    if (isKey) return [{ key: node }];
    const isItem = node.tagName === 'LI';
    return [...(isItem ? wordsOf(' ·') : []), ...piecesOf(node)];
  });
}

/** Sets paragraphs one below the other, and gives the height that they take. */
export function set(
  paragraphs: readonly Paragraph[],
  { x: left, y: top, width }: { readonly x: number; readonly y: number; readonly width: number },
  { fontFamily, color }: Pick<CSSStyleDeclaration, 'fontFamily' | 'color'>,
): { readonly parts: readonly SVGElement[]; readonly height: number } {
  const context = document.createElement('canvas').getContext('2d');
  const parts: SVGElement[] = [];
  let y = top;
  for (const { pieces, size, weight = 400 } of paragraphs) {
    if (pieces.length === 0) continue;
    if (context) context.font = `${weight} ${size}px ${fontFamily}`;
    const widthOf = (text: string) => context?.measureText(text).width ?? 0.56 * size * text.length;
    const look = { 'font-size': size, 'font-weight': weight, 'font-family': fontFamily };
    let x = left;
    let line: SVGElement | null = null;
    y += 1.4 * size;
    const breakBefore = (needed: number) => {
      if (x === left || x + needed <= left + width) return;
      x = left;
      line = null;
      y += 1.4 * size;
    };
    for (const piece of pieces) {
      if ('key' in piece) {
        const box = piece.key.getBoundingClientRect();
        const own = piece.key instanceof HTMLElement ? piece.key : null;
        const [wide, high] = [own?.offsetWidth ?? box.width, own?.offsetHeight ?? box.height];
        breakBefore(wide + 2 * keyGap);
        const at = { x: x + keyGap, y: y - 0.7 * size - high / 2, width: wide, height: high };
        parts.push(own ? shapeOf(own, at) : copyOf(piece.key as SVGSVGElement, at));
        x += wide + 2 * keyGap;
        line = null;
      } else {
        breakBefore(widthOf(piece.gap + piece.word));
        const text: string = x > left ? piece.gap + piece.word : piece.word;
        if (!line) {
          line = make('text', { ...look, x, y: y - 0.35 * size, fill: color });
          parts.push(line);
        }
        line.textContent += text;
        x += widthOf(text);
      }
    }
  }
  return { parts, height: y - top };
}

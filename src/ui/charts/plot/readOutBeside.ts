/** Room that a read-out takes at the side of a cell, in CSS pixels. */
const room = 230;

const gap = 12;

/** Where a read-out stands across: beside a cell where there is room, else over or under it; never outside of the width. */
export function placeBeside(cell: { readonly x: number; readonly width: number }, width: number) {
  const right = cell.x + cell.width;
  if (width - right >= room) return { left: right + gap };
  if (cell.x >= room) return { right: width - cell.x + gap };
  const x = cell.x + cell.width / 2;
  return { left: x, transform: `translateX(-${(100 * x) / width}%)` };
}

/** Whether a text is a number as people and programs write it, such as `-1.5e3`; not a word such as `Infinity` or `0x1f`. */
export function isPlainNumber(text: string): boolean {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text);
}

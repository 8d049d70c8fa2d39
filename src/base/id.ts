/** An id that nothing else has: 128 random bits. `crypto.randomUUID` is missing where a page is not served securely. */
export function newId(): string {
  const words = crypto.getRandomValues(new Uint32Array(4));
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}

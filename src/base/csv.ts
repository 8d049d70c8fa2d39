/** Rows as CSV (RFC 4180): every line ends with CRLF. No cell may hold a comma, a quotation mark or a line break. */
export function csvOf(rows: Iterable<readonly (string | number)[]>): string {
  return Array.from(rows, (row) => `${row.join(',')}\r\n`).join('');
}

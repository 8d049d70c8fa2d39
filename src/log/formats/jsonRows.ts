import type { JSONPath } from 'jsonc-parser';
import type { Place } from '../../base/place';
import { meaningOf } from '../meaning';
import type { Table } from '../table';

/** Finds the place of a value by its path, for a fault. */
type PlaceOf = (path: JSONPath) => Place;

type Fields = Readonly<Record<string, unknown>>;

/** Deepest nesting that is looked into. */
const deepest = 6;

/** Puts what a JSON value holds into a table, whatever its shape. */
export function putValue(value: unknown, table: Table, placeOf: PlaceOf): void {
  if (Array.isArray(value)) putList(value, table, [], placeOf);
  else if (isObject(value)) putObject(value, table, placeOf);
  else notAnObject(value, table, placeOf, []);
}

function putList(list: readonly unknown[], table: Table, path: JSONPath, placeOf: PlaceOf): void {
  list.forEach((item, index) => {
    const own = [...path, index];
    if (isObject(item)) putRow(item, table, own, placeOf);
    else if (isPoint(item)) putPoint(item, table);
    else notAnObject(item, table, placeOf, own);
  });
}

/** A point of TensorBoard's download: wall time, step, value. */
function isPoint(item: unknown): item is readonly [number, number, number | string] {
  return Array.isArray(item) && item.length === 3 && typeof item[1] === 'number';
}

function putPoint([, step, value]: readonly [number, number, unknown], table: Table): void {
  table.begin();
  table.putNumber(table.column('step'), step);
  table.put(table.column('value'), value, () => ({ line: 1, column: 1 }));
}

function notAnObject(value: unknown, table: Table, placeOf: PlaceOf, path: JSONPath): void {
  const said = Array.isArray(value) ? '[…]' : String(value);
  table.fault('notAnObject', said, () => placeOf(path));
}

function putObject(object: Fields, table: Table, placeOf: PlaceOf): void {
  const rows = rowsIn(object, [], 0);
  if (rows) {
    const [path, list] = rows;
    putList(list, table, path, placeOf);
    return;
  }
  const columns = columnsIn(object, '', 0);
  if (longestOf(columns) > 1 && !isRow(object)) {
    putColumns(columns, table);
    return;
  }
  const keyed = Object.entries(object);
  if (keyed.length > 1 && keyed.every(([key, own]) => /^\d+$/.test(key) && isObject(own))) {
    for (const [key, own] of keyed)
      putRow({ step: key, ...(own as Fields) }, table, [key], placeOf);
    return;
  }
  putRow(object, table, [], placeOf);
}

/** Tests whether an object is one step whose lists hold a value per layer. */
function isRow(object: Fields): boolean {
  return Object.entries(object).some(
    ([key, own]) => typeof own === 'number' && meaningOf(key).kind === 'step',
  );
}

/** Finds the longest list of objects, as `log_history` of the Hugging Face Trainer. */
function rowsIn(
  object: Fields,
  path: JSONPath,
  depth: number,
): readonly [JSONPath, readonly unknown[]] | null {
  let best: readonly [JSONPath, readonly unknown[]] | null = null;
  for (const [key, own] of Object.entries(object)) {
    const found: readonly [JSONPath, readonly unknown[]] | null =
      Array.isArray(own) && own.length > 0 && own.every(isObject) && !('step' in object)
        ? [[...path, key], own]
        : isObject(own) && depth < 2
          ? rowsIn(own, [...path, key], depth + 1)
          : null;
    if (found && found[1].length > (best?.[1].length ?? 0)) best = found;
  }
  return best;
}

/** Finds lists of numbers, and objects whose keys count, by the path of their names. */
function columnsIn(
  object: Fields,
  before: string,
  depth: number,
): (readonly [string, readonly unknown[]])[] {
  return Object.entries(object).flatMap(([key, own]) => {
    const name = before ? `${before}/${key}` : key;
    if (Array.isArray(own))
      return own.every(isScalar) && own.length > 0 ? [[name, own] as const] : [];
    if (!isObject(own) || '_type' in own || depth >= deepest) return [];
    const entries = Object.entries(own);
    const isCounted =
      entries.length > 1 &&
      entries.every(([index, value]) => /^\d+$/.test(index) && isScalar(value));
    if (isCounted) return [[name, entries.map(([, value]) => value)] as const];
    return columnsIn(own, /^(history|metrics|data|logs?)$/.test(name) ? '' : name, depth + 1);
  });
}

function longestOf(columns: readonly (readonly [string, readonly unknown[]])[]): number {
  return columns.reduce((most, [, values]) => Math.max(most, values.length), 0);
}

function putColumns(
  columns: readonly (readonly [string, readonly unknown[]])[],
  table: Table,
): void {
  const length = longestOf(columns);
  const own = columns.map(([name, values]) => [table.column(name), values] as const);
  for (let row = 0; row < length; row++) {
    table.begin();
    for (const [column, values] of own) {
      if (row < values.length) table.put(column, values[row], () => ({ line: 1, column: 1 }));
    }
  }
}

function putRow(row: Fields, table: Table, path: JSONPath, placeOf: PlaceOf): void {
  const parts = Object.entries(row).find(
    ([, own]) => Array.isArray(own) && own.length > 0 && own.every(isObject),
  );
  if (parts) {
    const [key, list] = parts;
    const shared = Object.fromEntries(Object.entries(row).filter(([name]) => name !== key));
    for (const part of list as readonly Fields[])
      putFlat({ ...shared, ...part }, table, path, placeOf);
    return;
  }
  putFlat(row, table, path, placeOf);
}

/** Puts the fields of an object into a row of its own. */
export function putFields(fields: Fields, table: Table, placeOf: PlaceOf): void {
  putFlat(fields, table, [], placeOf);
}

function putFlat(row: Fields, table: Table, path: JSONPath, placeOf: PlaceOf): void {
  table.begin();
  put(row, '', path, 0);

  function put(fields: Fields, before: string, at: JSONPath, depth: number): void {
    for (const [key, own] of Object.entries(fields)) {
      const name = before ? `${before}/${key}` : key;
      const place = () => placeOf([...at, key]);
      if (Array.isArray(own)) {
        if (own.length > 1 && own.every(isScalar))
          own.forEach((value, index) => {
            table.put(table.column(`${name}/${index}`), value, place);
          });
        else if (own.length === 1) table.put(table.column(name), own[0], place);
      } else if (isObject(own)) {
        if ('_type' in own) table.column(name).histograms += 1;
        else if (depth < deepest) put(own, name, [...at, key], depth + 1);
      } else table.put(table.column(name), own, place);
    }
  }
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isScalar(value: unknown): boolean {
  return typeof value !== 'object' || value === null;
}

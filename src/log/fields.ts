import type { Place } from '../base/place';
import type { Collector, Fault } from './entries';
import { type Meaning, meaningOf, partOf } from './names';
import { readCount, readNumber } from './numbers';

/** One value of a row or an object: what it is called, and what it is. */
export interface Field {
  readonly meaning: Meaning;
  readonly value: unknown;
}

/** Where a row stands, and each of its fields, by its index. */
export interface At {
  readonly file: string;
  placeOf(index: number): Place;
}

/** Whether columns of these meanings make a log: a step, and gradient norms by layer or parameter. */
export function isLog(meanings: readonly Meaning[]): boolean {
  const kinds = new Set(meanings.map(({ kind }) => kind));
  const hasLayer = kinds.has('layer') || kinds.has('name');
  const isLong = hasLayer && (kinds.has('gradient') || kinds.has('measure'));
  return kinds.has('step') && (isLong || kinds.has('parameter'));
}

/** Takes everything that a row says; what cannot be read is reported, and the rest counts. */
export function takeRow(fields: readonly Field[], at: At, into: Collector): void {
  const report = (kind: Fault['kind'], field: Field) =>
    into.fault({ kind, file: at.file, text: String(field.value).slice(0, 40) }, () =>
      at.placeOf(fields.indexOf(field)),
    );
  const stepField = fields.find(({ meaning }) => meaning.kind === 'step');
  const step = readCount(stepField?.value);
  if (step === undefined) {
    if (stepField) report('badStep', stepField);
    return;
  }
  const layer = layerIn(fields);
  const isExact = fields.some(
    ({ meaning }) => meaning.kind === 'measure' && meaning.measure.startsWith('grad'),
  );
  for (const field of fields) {
    const { meaning, value: given } = field;
    if (isPlace(meaning) || meaning.kind === 'other' || typeof given === 'object') continue;
    if (meaning.kind === 'gradient' && isExact) continue;
    const value = readNumber(given);
    if (value === undefined) report('badNumber', field);
    if (typeof value !== 'number') continue;
    if (meaning.kind === 'loss') into.loss(step, value);
    else if (meaning.kind === 'parameter') takeGradient(meaning.parameter, value);
    else if (layer === undefined) {
      const named = fields.find((other) => ['layer', 'name'].includes(other.meaning.kind));
      if (named) report('badLayer', named);
      return;
    } else if (meaning.kind === 'gradient') takeGradient(layer, value);
    else if (value < 0) report('negative', field);
    else if (meaning.kind === 'measure' && !isBias(layer))
      into.norm(step, layer, meaning.measure, value);
  }

  function takeGradient(of: string | number, value: number): void {
    into.norm(step ?? 0, of, isBias(of) ? 'gradB' : 'gradW', Math.abs(value));
  }
}

function isBias(layer: string | number): boolean {
  return typeof layer === 'string' && partOf(layer).isBias;
}

/** Whether a value says where a row belongs, and not what was measured. */
function isPlace({ kind }: Meaning): boolean {
  return kind === 'step' || kind === 'layer' || kind === 'name';
}

/** The layer of a row: its number, else the name of its parameter. */
function layerIn(fields: readonly Field[]): number | string | undefined {
  const of = (kind: Meaning['kind']) => fields.find(({ meaning }) => meaning.kind === kind)?.value;
  const name = of('name');
  if (typeof name === 'string' && name.trim() !== '') return name.trim();
  const layer = of('layer');
  const number = readCount(layer);
  if (number !== undefined) return number;
  return typeof layer === 'string' && layer.trim() !== '' ? layer.trim() : undefined;
}

/** Meanings by name, each worked out once. */
export function createMeanings(): (name: string) => Meaning {
  const known = new Map<string, Meaning>();
  return (name) => {
    const found = known.get(name) ?? meaningOf(name);
    known.set(name, found);
    return found;
  };
}

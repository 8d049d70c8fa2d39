import { bytesOf } from '../source';
import type { LogFormat } from './format';
import { fieldsOf, type ProtoField, readDouble, readFloat } from './protobuf';

/**
 * TensorBoard's event files: records of a length (8 bytes), its checksum (4), a message `Event` and its checksum (4).
 * An event has a step (2) and a summary (5) of values (1): a tag (1) with a number, `simple_value` (2) as PyTorch
 * writes it or a `tensor` (8) as TensorFlow 2 does, or with a histogram (5).
 */
export const events: LogFormat = {
  id: 'events',
  looks: ({ bytes, name }) => {
    const isNamed = /tfevents/i.test(name);
    if (bytes.length < 24) return isNamed;
    const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
    const isFramed = bytes[4] === 0 && bytes[5] === 0 && length < 1e6 && bytes[12] === 0x09;
    return isFramed || isNamed;
  },
  read: async (source, table) => {
    const bytes = await bytesOf(source);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const columns = {
      step: table.column('step'),
      tag: table.column('tag'),
      value: table.column('value'),
    };
    const place = () => ({ line: 1, column: 1 });
    for (let at = 0; at + 12 <= bytes.length; ) {
      const length = Number(view.getBigUint64(at, true));
      const start = at + 12;
      if (start + length > bytes.length) break;
      const { step, values } = eventIn(bytes.subarray(start, start + length));
      for (const { tag, value, isHistogram } of values) {
        if (isHistogram) table.column(tag).histograms += 1;
        if (value === null) continue;
        table.begin();
        table.put(columns.step, step, place);
        table.put(columns.tag, tag, place);
        table.putNumber(columns.value, value);
      }
      at = start + length + 4;
    }
  },
  sample: { name: 'events.out.tfevents.1', content: sampleBytes() },
};

interface Value {
  readonly tag: string;
  readonly value: number | null;
  readonly isHistogram: boolean;
}

function eventIn(bytes: Uint8Array): { readonly step: number; readonly values: readonly Value[] } {
  const values: Value[] = [];
  let step = 0;
  for (const field of fieldsOf(bytes)) {
    if (field.number === 2) step = Number(field.varint);
    if (field.number === 5) {
      for (const own of fieldsOf(field.bytes))
        if (own.number === 1) values.push(valueIn(own.bytes));
    }
  }
  return { step, values };
}

function valueIn(bytes: Uint8Array): Value {
  let tag = '';
  let value: number | null = null;
  let isHistogram = false;
  for (const field of fieldsOf(bytes)) {
    if (field.number === 1) tag = new TextDecoder().decode(field.bytes);
    else if (field.number === 2) value = readFloat(field.bytes);
    else if (field.number === 5) isHistogram = true;
    else if (field.number === 8) value = numberIn(field.bytes);
    else if (field.number === 9 && isOfHistograms(field.bytes)) isHistogram = true;
  }
  return { tag, value: isHistogram ? null : value, isHistogram };
}

/** The plugin that a value's metadata name. */
function isOfHistograms(metadata: Uint8Array): boolean {
  return /histograms/.test(new TextDecoder().decode(metadata));
}

/** The number of a tensor with one: as bytes (4), or as a list of float (5), double (6), int (7) or int64 (10). */
function numberIn(tensor: Uint8Array): number | null {
  let type = 1;
  let isMany = false;
  let found: ProtoField | undefined;
  for (const field of fieldsOf(tensor)) {
    if (field.number === 1) type = Number(field.varint);
    else if (field.number === 2) isMany = elementsOf(field.bytes) > 1;
    else if ([4, 5, 6, 7, 10].includes(field.number)) found ??= field;
  }
  if (!found || isMany) return null;
  if (found.number === 7 || found.number === 10) {
    const [first] = found.bytes.length > 0 ? varintsOf(found.bytes) : [found.varint];
    return first === undefined ? null : Number(first);
  }
  const isDouble = found.number === 6 || (found.number === 4 && type === 2);
  if (found.bytes.length < (isDouble ? 8 : 4)) return null;
  return isDouble ? readDouble(found.bytes) : readFloat(found.bytes);
}

function elementsOf(shape: Uint8Array): number {
  let elements = 1;
  for (const dimension of fieldsOf(shape)) {
    if (dimension.number !== 2) continue;
    for (const size of fieldsOf(dimension.bytes))
      if (size.number === 1) elements *= Number(size.varint);
  }
  return elements;
}

function varintsOf(bytes: Uint8Array): readonly bigint[] {
  const wrapped = Uint8Array.from([8, ...bytes]);
  return [...fieldsOf(wrapped)].map(({ varint }) => varint).slice(0, 1);
}

/** One event of step 3 with a `simple_value` of 2.5 under the tag `grad_norm`, framed. */
function sampleBytes(): Uint8Array {
  const tag = new TextEncoder().encode('grad_norm');
  const value = [0x0a, tag.length, ...tag, 0x15, 0x00, 0x00, 0x20, 0x40];
  const summary = [0x0a, value.length, ...value];
  const event = [0x09, 0, 0, 0, 0, 0, 0, 0, 0, 0x10, 3, 0x2a, summary.length, ...summary];
  return Uint8Array.from([event.length, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...event, 0, 0, 0, 0]);
}

/** A field of a protobuf message: its number, and its value as bytes or, of kind 0, as a whole number. */
export interface ProtoField {
  readonly number: number;
  readonly varint: bigint;
  readonly bytes: Uint8Array;
}

const nothing = new Uint8Array();

/** Walks through the fields of a message, up to the first that is not whole. */
export function* fieldsOf(bytes: Uint8Array): Generator<ProtoField> {
  let at = 0;
  const varint = (): bigint | null => {
    let [value, shift] = [0n, 0n];
    while (at < bytes.length && shift < 70n) {
      const byte = bytes[at++] ?? 0;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asIntN(64, value);
      shift += 7n;
    }
    return null;
  };
  while (at < bytes.length) {
    const key = varint();
    if (key === null) return;
    const [number, wire] = [Number(key >> 3n), Number(key & 7n)];
    if (wire === 0) {
      const value = varint();
      if (value === null) return;
      yield { number, varint: value, bytes: nothing };
      continue;
    }
    const length = wire === 1 ? 8 : wire === 5 ? 4 : wire === 2 ? Number(varint() ?? -1n) : -1;
    if (length < 0 || at + length > bytes.length) return;
    yield { number, varint: 0n, bytes: bytes.subarray(at, at + length) };
    at += length;
  }
}

/** Reads a float32, little-endian. */
export function readFloat(bytes: Uint8Array): number {
  return viewOf(bytes).getFloat32(0, true);
}

/** Reads a float64, little-endian. */
export function readDouble(bytes: Uint8Array): number {
  return viewOf(bytes).getFloat64(0, true);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A tensor of a safetensors file. */
export interface StoredTensor {
  readonly values: Float32Array | Int32Array;
  readonly shape: readonly number[];
}

/**
 * Writes tensors, by name, as a safetensors file: 8 bytes with the length of the header (little endian), a
 * header in JSON with each tensor's type, shape and place, then the values, little endian.
 */
export function safetensors(
  tensors: Readonly<Record<string, StoredTensor>>,
  metadata: Readonly<Record<string, string>>,
): Uint8Array {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, { values, shape }]) => {
    const start = end;
    end += 4 * values.length;
    const dtype = values instanceof Float32Array ? 'F32' : 'I32';
    return [name, { dtype, shape, data_offsets: [start, end] }] as const;
  });
  const text = JSON.stringify({ __metadata__: metadata, ...Object.fromEntries(entries) });
  const header = new TextEncoder().encode(text);
  const padded = 8 * Math.ceil(header.length / 8);
  const file = new Uint8Array(8 + padded + end).fill(0x20, 8, 8 + padded);
  const view = new DataView(file.buffer);
  view.setBigUint64(0, BigInt(padded), true);
  file.set(header, 8);
  let place = 8 + padded;
  for (const { values } of Object.values(tensors)) {
    for (const value of values) {
      if (values instanceof Float32Array) view.setFloat32(place, value, true);
      else view.setInt32(place, value, true);
      place += 4;
    }
  }
  return file;
}

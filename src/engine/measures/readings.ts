import { at, present } from '../../base/at';
import { sizeOf } from '../../base/shape';
import type { LayerMeasure, StepMeasure } from '../../history/measures';
import { layerColumn, type RecordShape, stepColumn } from '../../history/record';
import type { Operand, Ops, Tensor } from '../../ops/ops';

/** Writes values that came back from the device into a record. */
type Write = (values: Float32Array) => void;

/**
 * Collects what a step measures, so that all of it comes back in one small tensor: each reading is
 * a tensor on the device and the columns its values go to.
 */
export interface Readings {
  /** A number for a column of the step. */
  step(measure: StepMeasure, value: Operand): void;
  /** What stands in a column of the step by now. */
  stepValue(measure: StepMeasure): number;
  /** One value per layer, `[layers]`. */
  layers(measure: LayerMeasure, layers: readonly number[], values: Tensor): void;
  /** Norms `[2, layers]` as `Ops.norms` makes them; `write` gets each layer's norm and largest component. */
  norms(
    layers: readonly number[],
    norms: Tensor,
    write: (layer: number, norm: number, largest: number) => void,
  ): void;
  /** Writes a layer's value that was formed on this side. */
  put(measure: LayerMeasure, layer: number, value: number): void;
  /** What stands in a column of a layer by now. */
  value(measure: LayerMeasure, layer: number): number;
  /** Runs once everything has been written, to put what follows from several readings. */
  derive(write: () => void): void;
  /** Runs work and frees every tensor made in it, but those in what it returns and what it read. */
  tidy<R>(work: () => R): R;
  /** Everything collected, as one tensor on the device. */
  tensor(): Tensor;
  /** Distributes the values of that tensor. */
  write(values: Float32Array): void;
}

/** Starts collecting readings for a record. */
export function collectReadings(ops: Ops, shape: RecordShape, record: Float64Array): Readings {
  const tensors: Tensor[] = [];
  const writes: Write[] = [];
  const derived: (() => void)[] = [];
  const add = (tensor: Tensor, write: Write) => {
    tensors.push(ops.reshape(tensor, [sizeOf(tensor.shape)]));
    writes.push(write);
  };
  // A value written to a column that the record does not have would be lost.
  const columnOf = (measure: LayerMeasure, layer: number) => {
    const column = layerColumn(shape, measure, layer);
    present(record[column], layer, measure);
    return column;
  };
  const stepColumnOf = (measure: StepMeasure) => {
    const column = stepColumn(shape, measure);
    present(record[column], measure, 'measure');
    return column;
  };
  const put = (measure: LayerMeasure, layer: number, value: number) => {
    record[columnOf(measure, layer)] = value;
  };
  return {
    put,
    value: (measure, layer) => present(record[layerColumn(shape, measure, layer)], layer, measure),
    step(measure, value) {
      const column = stepColumnOf(measure);
      if (typeof value === 'number') record[column] = value;
      else {
        add(value, (numbers) => {
          record[column] = present(numbers[0], 0, 'reading');
        });
      }
    },
    stepValue: (measure) => present(record[stepColumn(shape, measure)], measure, 'measure'),
    layers: (measure, layers, values) =>
      add(values, (numbers) => {
        layers.forEach((layer, index) => {
          put(measure, layer, present(numbers[index], layer, 'reading of layer'));
        });
      }),
    norms: (layers, norms, write) =>
      add(norms, (numbers) => {
        layers.forEach((layer, index) => {
          const largest = present(numbers[index], layer, 'norm of layer');
          const ratio = present(numbers[layers.length + index], layer, 'norm of layer');
          write(layer, Number.isFinite(largest) ? largest * ratio : largest, largest);
        });
      }),
    derive: (write) => derived.push(write),
    tidy: (work) => ops.tidy(() => ({ result: work(), tensors })).result,
    tensor: () => ops.concat(tensors),
    write(values) {
      let start = 0;
      for (const [index, write] of writes.entries()) {
        const end = start + sizeOf(at(tensors, index, 'reading').shape);
        write(values.subarray(start, end));
        start = end;
      }
      for (const write of derived) write();
    },
  };
}

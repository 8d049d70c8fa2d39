import { sizeOf } from '../../base/shape';
import { absent, type LayerMeasure, type StepMeasure } from '../../history/measures';
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
  const put = (measure: LayerMeasure, layer: number, value: number) => {
    record[layerColumn(shape, measure, layer)] = value;
  };
  return {
    put,
    value: (measure, layer) => record[layerColumn(shape, measure, layer)] ?? absent,
    step(measure, value) {
      const column = stepColumn(shape, measure);
      if (typeof value === 'number') record[column] = value;
      else {
        add(value, ([number = absent]) => {
          record[column] = number;
        });
      }
    },
    stepValue: (measure) => record[stepColumn(shape, measure)] ?? absent,
    layers: (measure, layers, values) =>
      add(values, (numbers) => {
        layers.forEach((layer, index) => {
          put(measure, layer, numbers[index] ?? absent);
        });
      }),
    norms: (layers, norms, write) =>
      add(norms, (numbers) => {
        layers.forEach((layer, index) => {
          const largest = numbers[index] ?? absent;
          const ratio = numbers[layers.length + index] ?? absent;
          write(layer, Number.isFinite(largest) ? largest * ratio : largest, largest);
        });
      }),
    derive: (write) => derived.push(write),
    tidy: (work) => ops.tidy(() => ({ result: work(), tensors })).result,
    tensor: () => ops.concat(tensors),
    write(values) {
      let start = 0;
      tensors.forEach((tensor, index) => {
        const end = start + sizeOf(tensor.shape);
        writes[index]?.(values.subarray(start, end));
        start = end;
      });
      for (const write of derived) write();
    },
  };
}

import { fillDivergedEnd } from './divergedEnd';
import type { Loggable } from './entries';
import { tagOf } from './formats/format';
import { type Meaning, meaningOf, ownNameOf, type Scalar } from './meaning';
import { gap } from './numbers';
import { partOf } from './parameters';
import { type Laid, layRows, type StepKind } from './steps';
import { type Column, type Table, wordAt } from './table';

/** Values of one thing over the steps of a run; `gap` where there is none. */
export interface Series {
  /** What the file calls it. */
  readonly name: string;
  readonly values: Float64Array;
}

/** A series of the whole network. Of several of a kind the one of the lowest rank counts. */
export interface NetworkSeries extends Series {
  readonly kind: Scalar | 'gradNorm';
  readonly rank: number;
  /** The network that it is of, where a training has several. */
  readonly network: string;
}

/** A series of a layer. */
export interface LayerSeries extends Series {
  /** The parameter, or the number of a layer, as the file has it. */
  readonly parameter: string;
  readonly layer: string;
  readonly measure: Loggable;
}

/** One training of a log. */
export interface LogRun {
  /** Its name; '' where the log names none. */
  readonly name: string;
  readonly steps: Float64Array;
  /** What counts the steps. */
  readonly counter: StepKind;
  readonly network: readonly NetworkSeries[];
  readonly layers: readonly LayerSeries[];
  /** What the layers' sizes are where they are no norms. */
  readonly statistic: string;
  readonly histograms: readonly string[];
  /** Whether its counter begins anew in every epoch. */
  readonly isRestarted: boolean;
  /** Whether nothing says that its norm is one. */
  readonly isAssumed: boolean;
}

/** Takes a table apart into the runs that it holds. */
export function runsIn(table: Table): readonly LogRun[] {
  const roles = rolesIn(table);
  if (!roles.isTelling && roles.histograms.length === 0) return [];
  fillDivergedEnd(
    table,
    roles.measuring.filter(({ meaning: { kind } }) => telling.has(kind)),
    roles.keys,
  );
  const laid = layRows(table, roles.keys);
  const names = [...new Set(roles.measuring.map(({ name }) => ownNameOf(name).run))];
  const prefixes = names.some(Boolean) ? names.filter(Boolean) : [''];
  return prefixes.flatMap((prefix) => {
    const own = roles.measuring.filter(({ name }) => [prefix, ''].includes(ownNameOf(name).run));
    return laid.map((rows) => runOf({ ...roles, measuring: own }, rows, prefix || rows.name));
  });
}

/** Tests whether a table has a column of a log, be it empty. */
export function isOfLog({ columns }: Table): boolean {
  return columns.some(({ meaning: { kind } }) => telling.has(kind));
}

/** What the columns of a table are for. */
interface Roles {
  /** Columns that hold what was measured. */
  readonly measuring: readonly Column[];
  /** Gives the parameter, layer or tag that a row is of; undefined where it is of the whole network. */
  readonly nameAt: ((row: number) => string | undefined) | null;
  /** The column by which rows of one step differ, if any. */
  readonly keys: Column | null;
  /** Whether a row's name is that of what its value is. */
  readonly isTagged: boolean;
  readonly isTelling: boolean;
  readonly histograms: readonly string[];
}

const telling = new Set<Meaning['kind']>([
  'gradient',
  'parameter',
  'measure',
  'loss',
  'validationLoss',
  'lossScale',
]);

function rolesIn({ columns: all, file }: Table): Roles {
  const hasNames = all.some(({ words, count }) => words !== null && count > 0);
  const columns = hasNames ? all : all.map((column) => calledAsFile(column, file));
  const of = (kind: Meaning['kind']) =>
    columns.find((column) => column.meaning.kind === kind && column.count > 0);
  const [layer, named, part, value] = [of('layer'), of('name'), of('part'), of('value')];
  const isPart = part && (layer ?? named);
  const name = layer && named && isOfParts(named) ? layer : (named ?? layer ?? part);
  const inner = name === layer && named && isOfParts(named) ? named : isPart ? part : undefined;
  const isMeasured = columns.some(
    ({ meaning: { kind } }) => kind === 'gradient' || kind === 'measure',
  );
  const isTagged = Boolean(value && name?.words?.some((word) => telling.has(meaningOf(word).kind)));
  const isLong = name !== undefined && (isTagged || isMeasured || value !== undefined);
  const measuring = columns.filter(
    ({ meaning: { kind }, count }) =>
      count > 0 && (telling.has(kind) || (kind === 'value' && isLong) || isScalar(kind)),
  );
  const nameAt =
    isLong && name
      ? (row: number) => {
          const own = wordAt(name, row);
          const within = inner && wordAt(inner, row);
          return own !== undefined && within ? `${own}.${within}` : own;
        }
      : null;
  return {
    measuring,
    nameAt,
    keys: isLong ? (name ?? null) : null,
    isTagged,
    isTelling:
      isTagged ||
      measuring.some(
        ({ meaning: { kind } }) => telling.has(kind) || kind === 'value' || isScalar(kind),
      ),
    histograms: columns.filter(({ histograms }) => histograms > 0).map((column) => column.name),
  };
}

function isScalar(kind: Meaning['kind']): boolean {
  return kind === 'learningRate' || kind === 'clipLimit' || kind === 'skipped';
}

/** A column of values that nothing names is what the file is called after. */
function calledAsFile(column: Column, file: string): Column {
  if (column.meaning.kind !== 'value') return column;
  const name = tagOf(file);
  return { ...column, name, meaning: meaningOf(name) };
}

/** Tests whether a column names parts of layers, such as weight and bias. */
function isOfParts({ words }: Column): boolean {
  return (
    words !== null &&
    words.length > 0 &&
    words.every((word) => /^(weight|bias|kernel|gamma|beta|w|b)$/i.test(word))
  );
}

/** Makes the series of a run from its rows. */
function runOf(roles: Roles, laid: Laid, name: string): LogRun {
  const network: NetworkSeries[] = [];
  const layers: LayerSeries[] = [];
  const rank = statisticRank(roles);
  let statistic = '';

  function takeNetwork(meaning: Meaning, own: string, values: () => Float64Array): boolean {
    if (meaning.kind === 'gradient') {
      network.push({
        kind: 'gradNorm',
        rank: meaning.rank,
        network: meaning.network,
        name: own,
        values: values(),
      });
    } else if ('rank' in meaning && meaning.kind !== 'step') {
      network.push({
        kind: meaning.kind,
        rank: meaning.rank,
        network: '',
        name: own,
        values: values(),
      });
    } else return false;
    return true;
  }
  const takeLayer = (
    parameter: string,
    measure: Loggable | 'gradient',
    own: string,
    values: Float64Array,
  ) => {
    const { layer, isBias } = partOf(parameter);
    const isOfBias = isBias && measure !== 'gradient';
    if (isOfBias) return;
    layers.push({
      ...{ name: own, parameter, layer, values },
      measure: measure === 'gradient' ? (isBias ? 'gradB' : 'gradW') : measure,
    });
  };

  for (const column of roles.measuring) {
    const { meaning } = column;
    const own = ownNameOf(column.name).name;
    if (meaning.kind === 'parameter') {
      const values = absolute(laid.over(column));
      takeLayer(meaning.parameter, meaning.of === 'weight' ? 'weight' : 'gradient', own, values);
    } else if (roles.nameAt && isOfRow(meaning, roles.isTagged)) {
      if (meaning.kind === 'gradient' && rank < 0) {
        takeNetwork(meaning, own, () => laid.over(column));
        continue;
      }
      if (meaning.kind === 'gradient' && meaning.rank !== rank) continue;
      if (meaning.kind === 'gradient') statistic = meaning.statistic ?? '';
      for (const [word, values] of laid.byName(column, roles.nameAt)) {
        if (!roles.isTagged) {
          takeLayer(
            word,
            meaning.kind === 'measure' ? meaning.measure : 'gradient',
            own,
            meaning.kind === 'measure' ? values : absolute(values),
          );
          continue;
        }
        const tag = meaningOf(word);
        if (tag.kind === 'parameter')
          takeLayer(
            tag.parameter,
            tag.of === 'weight' ? 'weight' : 'gradient',
            word,
            absolute(values),
          );
        else takeNetwork(tag, word, () => values);
      }
    } else if (meaning.kind !== 'gradient' || !meaning.statistic)
      takeNetwork(meaning, own, () => laid.over(column));
  }
  const isOfRun = ({ values }: Series) => values.some((value) => value !== gap);
  return {
    ...{ name, steps: laid.steps, counter: laid.kind, statistic, histograms: roles.histograms },
    isRestarted: laid.isRestarted,
    isAssumed: roles.measuring.some(
      ({ meaning }) => meaning.kind === 'gradient' && meaning.isAssumed,
    ),
    network: network.filter(isOfRun),
    layers: layers.filter(isOfRun),
  };
}

/** Of several gradients in a row, the surest: the page's own leave the others aside. */
function statisticRank({ measuring }: Roles): number {
  if (
    measuring.some(
      ({ meaning }) => meaning.kind === 'measure' && meaning.measure.startsWith('grad'),
    )
  )
    return -1;
  const ranks = measuring.flatMap(({ meaning }) =>
    meaning.kind === 'gradient' && !meaning.isTotal ? [meaning.rank] : [],
  );
  return ranks.reduce((least, own) => Math.min(least, own), Number.POSITIVE_INFINITY);
}

/** Tests whether a column of a table with a row per layer is of the row's layer, and not of the network. */
function isOfRow(meaning: Meaning, isTagged: boolean): boolean {
  if (isTagged) return meaning.kind === 'value';
  if (meaning.kind === 'gradient') return !meaning.isTotal && meaning.network === '';
  return meaning.kind === 'measure' || meaning.kind === 'value';
}

function absolute(values: Float64Array): Float64Array {
  return values.some((value) => value < 0 && value !== gap)
    ? values.map((value) => (value === gap ? gap : Math.abs(value)))
    : values;
}

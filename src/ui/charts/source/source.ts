import { createContext, use } from 'react';
import { shareLink } from '../../../state/address/location';
import { useApp } from '../../../state/hooks';
import { inspect, visit } from '../../../state/run/actions';
import { type App, type Quantity, shownIndex } from '../../../state/store/app';
import type { Baseline } from '../../../state/store/kept';
import { type Records, shownRecording } from '../../../state/store/run';
import { useStateInTurn } from './useStateInTurn';

/** Where a chart leads: to a step, and to a layer looked at closely; `inspect` is null where the weights are not here. */
export interface Navigation {
  /** The step that is shown; null follows the newest. */
  readonly viewed: number | null;
  visit(step: number): void;
  readonly inspect: ((layer: number) => void) | null;
}

/** What charts draw: the records of the run on screen, or of a log. */
export interface ChartSource extends Navigation {
  readonly records: Records | null;
  /** Index of the record that is shown. */
  readonly index: number;
  readonly quantity: Quantity;
  /** The layer looked at closely, if any. */
  readonly inspected: number | null;
  readonly baselines: readonly Baseline[];
  /** Names of layers, layer 1 first; '' or none where a layer has only its number. */
  readonly names: readonly string[];
  /** The address that leads to what is drawn. */
  link(): string;
}

/** The log that the charts below show in place of the run on screen, if any. */
export const LogSource = createContext<ChartSource | null>(null);

const noNames: readonly string[] = [];

/** The run on screen as charts draw it. */
export function runSource({ run, viewed, quantity, inspected, baselines }: App) {
  return {
    records: shownRecording(run),
    index: shownIndex({ run, viewed }),
    ...{ viewed, quantity, inspected, baselines, visit, inspect },
    names: noNames,
    link: shareLink,
  } satisfies ChartSource;
}

/** The run on screen, with the last answer about its weights. */
export function weightsSource(state: App) {
  return { ...runSource(state), answer: state.run.inspection };
}

/** What a chart draws at its turn: the log around it, or the run on screen. */
export function useChartSource(wish?: Parameters<typeof useStateInTurn>[1]): ChartSource {
  const log = use(LogSource);
  const run = useStateInTurn(runSource, wish);
  return log ?? run;
}

/** Where a chart leads, as of now. */
export function useNavigation(): Navigation {
  const log = use(LogSource);
  const viewed = useApp((state) => state.viewed);
  return log ?? { viewed, visit, inspect };
}

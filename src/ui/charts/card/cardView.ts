import type { ComponentProps, ReactNode } from 'react';
import type { Records } from '../../../state/store/run';
import type { ChartSource } from '../source/source';
import type { LayerNames } from '../source/useLayerNames';
import type { ChartCard } from './ChartCard';

/** The part of a source that a view of a card shows, where there are records. */
export interface Shown extends Pick<ChartSource, 'quantity' | 'baselines' | 'viewed'> {
  readonly records: Records;
  readonly nameOf: LayerNames;
}

/** One of several ways in which a card shows the same numbers: all of the card but its title and switch. */
export interface CardView
  extends Pick<
    ComponentProps<typeof ChartCard>,
    'subtitle' | 'events' | 'summary' | 'table' | 'children'
  > {
  readonly legend?: ReactNode;
}

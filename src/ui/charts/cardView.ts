import type { ComponentProps, ReactNode } from 'react';
import type { History } from '../../history/history';
import type { App } from '../../state/app';
import type { ChartCard } from './ChartCard';
import type { LayerNames } from './useLayerNames';

/** What of the page's state a view of a card shows; the history has at least one record. */
export interface Shown extends Pick<App, 'run' | 'quantity' | 'baselines' | 'viewed'> {
  readonly history: History;
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

import type { View } from '../../state/app';
import { LogStudy } from '../log';
import { MapStudy } from './map/MapStudy';
import { Scenarios } from './Scenarios';
import { Trials } from './Trials';
import './study.css';

const studies = { trials: Trials, scenarios: Scenarios, map: MapStudy, log: LogStudy };

/** A study of many experiments, by the view it has on the page. */
export function Studies({ view }: { readonly view: Exclude<View, 'training'> }) {
  const Study = studies[view];
  return <Study />;
}

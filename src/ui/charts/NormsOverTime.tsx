import { EveryLayer } from './EveryLayer';

/** The card of every layer, opened on its lines. */
export function NormsOverTime() {
  return <EveryLayer first="lines" />;
}

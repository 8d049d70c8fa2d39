import { useState } from 'react';
import type { Axis, Extent } from './axis';
import { decadesOf, logAxis } from './logAxis';

/** A logarithmic axis that stays steady from one drawing to the next, as long as `subject` is the same. */
export function useLogAxis(
  extent: Extent,
  subject: string,
  least: number,
  mostTicks: number,
): Axis {
  const [kept, keep] = useState({ subject, decades: decadesOf(extent, least) });
  const decades = decadesOf(extent, least, kept.subject === subject ? kept.decades : undefined);
  if (kept.subject !== subject || decades !== kept.decades) keep({ subject, decades });
  return logAxis(decades, extent, mostTicks);
}

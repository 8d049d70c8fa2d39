import { exp } from './exponential';

/** The complementary error function from 0 on, within 1.5e-7 (Abramowitz and Stegun 1964, 7.1.26). */
export function erfc(x: number): number {
  const t = 1 / (1 + 0.3275911 * x);
  const series =
    (((1.061405429 * t + -1.453152027) * t + 1.421413741) * t + -0.284496736) * t + 0.254829592;
  return series * t * exp(-x * x);
}

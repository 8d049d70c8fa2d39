import { resolveColors, useTheme } from '../heatMap/palette';

/** The colors of classes, which mean nothing else. */
export const classColors = ['var(--class-a)', 'var(--class-b)', 'var(--class-c)'] as const;

/** Most samples drawn. */
export const mostPoints = 400;

const resolved = new Map<string | undefined, readonly string[]>();

/** The colors of classes in the theme that the document has right now, as a canvas needs them. */
export function useClassColors(): readonly string[] {
  const theme = useTheme();
  const colors = resolved.get(theme) ?? resolveColors(classColors);
  resolved.set(theme, colors);
  return colors;
}

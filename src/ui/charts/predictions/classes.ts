/** The colors of classes, which mean nothing else. */
export const classColors = ['var(--class-a)', 'var(--class-b)', 'var(--class-c)'] as const;

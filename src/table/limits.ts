/** The largest file that is read, in bytes. */
export const mostBytes = 5e6;

/** Most rows below the header. */
export const mostRows = 50_000;

/** Most columns. */
export const mostColumns = 64;

/** Most classes that a target may have. */
export const mostClasses = 100;

/** Fewest rows that are worth a training. */
export const leastRows = 10;

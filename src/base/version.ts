declare const __APP_VERSION__: string;

/** The version of the page, from its package. */
export const version: string = __APP_VERSION__;

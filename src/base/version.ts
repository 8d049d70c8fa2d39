declare const __APP_VERSION__: string;
declare const __TFJS_VERSION__: string;

/** The version of the page, from its package. */
export const version: string = __APP_VERSION__;

/** The version of TensorFlow.js that the worker computes with. */
export const tfjsVersion: string = __TFJS_VERSION__;

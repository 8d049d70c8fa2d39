/**
 * Why work was given up, where the reason is the page's own: the message of an error, worded in `i18n/failure`. What a
 * browser or tfjs says stays as it is.
 */
export type Failure =
  | 'badMessage'
  | 'notStarted'
  | 'noBackend'
  | 'noData'
  | 'contextLost'
  | `silent ${number}`
  | `noMemory ${number}`;

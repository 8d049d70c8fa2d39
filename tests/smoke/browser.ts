/** One real browser with the page in it: the little that a walk needs, alike in every engine. */
export interface Browser {
  /** The engine and its version. */
  readonly version: string;
  /** Goes to an address, anew even where only its fragment differs. */
  open(url: string): Promise<void>;
  /** Runs a function in the page, with plain values, and gives back what it resolves to; throws what it throws. */
  evaluate<Args extends readonly unknown[], Result>(
    work: (...args: Args) => Result | Promise<Result>,
    ...args: Args
  ): Promise<Result>;
  /** Clicks the first element that an XPath finds, as a mouse does. */
  click(xpath: string): Promise<void>;
  /** Presses and releases a key in whatever has the focus. */
  press(key: Key): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** The window's content as PNG. */
  picture(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** A key by its name in `KeyboardEvent.key`. */
export type Key = 'ArrowRight' | 'Escape' | 'Tab' | 'b' | 'r';

/** Waits until a condition in the page holds. Throws with what was waited for. */
export async function until<Args extends readonly unknown[]>(
  browser: Browser,
  what: string,
  condition: (...args: Args) => boolean | Promise<boolean>,
  ...args: Args
): Promise<void> {
  const end = performance.now() + patience;
  while (!(await browser.evaluate(condition, ...args))) {
    if (performance.now() > end) throw new Error(`Not within ${patience / 1000} s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const patience = 30_000;

/** The XPath of a button by its name. */
export const button = (name: string) =>
  `//button[normalize-space(.)="${name}" or @aria-label="${name}"]`;

/** The XPath of the first button whose name begins so. */
export const buttonThatBegins = (name: string) => `//button[starts-with(@aria-label, "${name}")]`;

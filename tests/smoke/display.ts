import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { findXvfb } from '../../tools/browser.mjs';

/** A display of its own on which a browser draws, WebGL by the processor. */
export interface Display {
  /** What tells a program to draw there. */
  readonly environment: Readonly<Record<string, string>>;
  close(): void;
}

/** Opens a display; null where there is no Xvfb. */
export async function openDisplay(): Promise<Display | null> {
  const program = findXvfb();
  if (program === undefined) return null;
  const options = ['-displayfd', '1', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'];
  const screen = spawn(program, options, { stdio: ['ignore', 'pipe', 'ignore'] });
  const [number] = await once(screen.stdout, 'data');
  return {
    environment: { DISPLAY: `:${String(number).trim()}`, LIBGL_ALWAYS_SOFTWARE: '1' },
    close: () => void screen.kill(),
  };
}

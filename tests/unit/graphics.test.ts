import { afterEach, beforeEach, expect, it, vi } from 'vitest';

let contexts = 0;
let released = 0;

/** A browser whose contexts are drawn by a renderer of this name. */
function offer(renderer: string): void {
  const context = {
    RENDERER: 'renderer',
    getParameter: () => renderer,
    getExtension: (name: string) => {
      if (name === 'WEBGL_debug_renderer_info') return null;
      return { loseContext: () => released++ };
    },
  };
  vi.stubGlobal(
    'OffscreenCanvas',
    class {
      getContext() {
        contexts += 1;
        return context;
      }
      addEventListener() {}
    },
  );
}

beforeEach(() => {
  contexts = 0;
  released = 0;
  vi.resetModules();
});

afterEach(() => vi.unstubAllGlobals());

it('asks a browser that draws WebGL in software once, and gives its context back', async () => {
  offer('Google SwiftShader');
  const { openGraphics } = await import('../../src/engine/tfjs/graphics');
  const opened = Array.from({ length: 30 }, () => openGraphics(false));
  expect(opened.every((one) => one === opened[0] && 'refusal' in one)).toBe(true);
  expect(contexts).toBe(1);
  expect(released).toBe(1);
  expect(openGraphics(true)).toMatchObject({ software: true });
  expect(released).toBe(1);
});

it('keeps the context of a graphics processor', async () => {
  offer('A GPU');
  const { openGraphics } = await import('../../src/engine/tfjs/graphics');
  expect(openGraphics(false)).toMatchObject({ software: false });
  expect(released).toBe(0);
});

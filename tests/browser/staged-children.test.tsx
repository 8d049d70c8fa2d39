import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StagedChildren } from '../../src/ui/layout/StagedChildren';

let box: HTMLElement;
let root: Root;
let complaints: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  complaints = vi.spyOn(console, 'error');
  box = document.body.appendChild(document.createElement('div'));
  root = createRoot(box);
});
afterEach(() => {
  root.unmount();
  box.remove();
  expect(complaints).not.toHaveBeenCalled();
  complaints.mockRestore();
});

/** Everything that stood in the box, one state after another. */
function watch(): readonly string[] {
  const seen: string[] = [];
  const note = () => seen.at(-1) !== box.textContent && seen.push(box.textContent ?? '');
  new MutationObserver(note).observe(box, { childList: true, subtree: true });
  return seen;
}

function letters(kind: string) {
  return (
    <StrictMode>
      <StagedChildren kind={kind}>
        <i>a</i>
        <i>b</i>
        <i>c</i>
      </StagedChildren>
    </StrictMode>
  );
}

describe('stages', () => {
  it('come one after another the first time, and all at once from then on', async () => {
    const seen = watch();
    root.render(letters('first'));
    await vi.waitFor(() => expect(seen).toEqual(['a', 'ab', 'abc']));
    root.render(null);
    await vi.waitFor(() => expect(seen.at(-1)).toBe(''));
    root.render(letters('first'));
    await vi.waitFor(() => expect(seen.slice(3)).toEqual(['', 'abc']));
  });

  it('leave nothing behind when they go before they are whole, and others still come', async () => {
    const seen = watch();
    root.render(letters('second'));
    await vi.waitFor(() => expect(seen).toContain('a'));
    root.render(letters('third'));
    await vi.waitFor(() => expect(box.textContent).toBe('abc'));
    root.render(null);
    await vi.waitFor(() => expect(box.textContent).toBe(''));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(box.textContent).toBe('');
  });
});

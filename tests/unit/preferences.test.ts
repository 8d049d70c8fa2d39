import { afterAll, expect, it, vi } from 'vitest';
import { followLink, prefer, preferences } from '../../src/state/store/preferences';

const kept = new Map<string, string>();

vi.stubGlobal('localStorage', {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, text: string) => void kept.set(key, text),
});

afterAll(() => vi.unstubAllGlobals());

it('keeps what a person chose, and nothing that a link asked for', () => {
  followLink({ lang: 'zh-CN', theme: 'dark', projector: '1' });
  prefer({ hintsPassed: 1 });
  expect(preferences.getState()).toMatchObject({
    language: 'zh-CN',
    theme: 'dark',
    isProjected: true,
    hintsPassed: 1,
  });
  prefer({ language: 'en' });
  const [text = ''] = kept.values();
  expect(JSON.parse(text)).toEqual({ hintsPassed: 1, language: 'en' });
});

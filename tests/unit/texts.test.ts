import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { written } from '../../src/base/field';
import { fieldOf } from '../../src/experiment/schema';
import { sayFailure } from '../../src/i18n/failure';
import { formatPercent, formatPlace } from '../../src/i18n/numbers';
import { fill, list, type Translate } from '../../src/i18n/translate';
import { wordTexts } from '../../src/i18n/words';
import { gradient, growthOverall } from '../../src/learn/checks';

const english: Translate = ({ en }, places = {}) => fill(en, places);
const chinese: Translate = (text, places = {}) => fill(text['zh-CN'], places);

describe('the places of a text', () => {
  it('hold counts with thousands separated, and measured values as they are written', () => {
    expect(fill('{count} of {limit}', { count: 12345, limit: '2.06×10⁸' })).toBe(
      '12,345 of 2.06×10⁸',
    );
  });

  it('hold the word that goes with a count', () => {
    const layers = (count: number | string) =>
      fill('{count} {count|layer gets|layers get} nothing', { count });
    expect(layers(1)).toBe('1 layer gets nothing');
    expect(layers('1')).toBe('1 layer gets nothing');
    expect(layers(0)).toBe('0 layers get nothing');
    expect(layers(1001)).toBe('1,001 layers get nothing');
    expect(english(wordTexts.found, { count: 1 })).toBe('1 word');
    expect(chinese(wordTexts.found, { count: 1 })).toBe('1 个术语');
  });

  it('stay as they are where nothing fills them', () => {
    expect(fill('{one} {one|a|b} {toString}', {})).toBe('{one} {one|a|b} {toString}');
  });
});

it('a list is written as the language does', () => {
  expect([english, chinese].map((t) => list(['a', 'b', 'c'], t))).toEqual(['a, b, c', 'a、b、c']);
});

it('a percentage has no more decimals than are asked for, and none that are 0', () => {
  expect([formatPercent(0.384), formatPercent(0.384, 1), formatPercent(0.5, 1)]).toEqual([
    '38 %',
    '38.4 %',
    '50 %',
  ]);
  expect(formatPercent(Number.NaN)).toBe('NaN');
});

describe('a place called like a step or a count', () => {
  it('is grouped, and every other is measured', () => {
    expect([formatPlace('step', 123456), formatPlace('gradient', 123456)]).toEqual([
      '123,456',
      '1.23×10⁵',
    ]);
  });

  it('stands wherever a finding or a line of evidence names a step', () => {
    const folders = ['src/diagnosis', 'src/log', 'src/catalog'];
    const sources = folders.flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(`${folder}/${file}`, 'utf8')),
    );
    const places = sources.flatMap((source) => [
      ...source.matchAll(/[Ss]tep \{(\w+)\}|\{(\w+)\} (?:steps|\{\w+\|step)/g),
    ]);
    expect(places.length).toBeGreaterThan(10);
    for (const [text, step, steps] of places) {
      expect(formatPlace(step ?? steps ?? '', 1e6), text).toBe('1,000,000');
    }
  });
});

describe('what an error says', () => {
  it('is in the language of the page where it is of the page, whatever a browser puts before it', () => {
    expect(sayFailure('silent 60', english)).toBe('No answer for 60 s');
    expect(sayFailure('silent 60', chinese)).toBe('60 秒内没有响应');
    expect(sayFailure('Uncaught Error: contextLost', chinese)).toBe('WebGL 上下文已丢失');
    expect(sayFailure('noMemory 1048576', english)).toBe(
      'There is no memory for 1,048,576 bytes more',
    );
  });

  it('stays as it is where a browser or tfjs said it', () => {
    for (const message of ['Script error.', 'toString', 'Array buffer allocation failed', '']) {
      expect(sayFailure(message, chinese)).toBe(message);
    }
  });
});

it('a value with a word is written by it, in both languages', () => {
  const field = fieldOf('batchSize');
  if (field.kind !== 'number') throw new Error('The batch size is a number.');
  expect(written(field, 0)).toEqual({ en: 'full', 'zh-CN': '全批量' });
  expect(written(field, 64)).toEqual({ en: '64', 'zh-CN': '64' });
});

it('what is expected is written as what is measured', () => {
  expect(gradient(0, '>', 1e6).text.en).toBe('‖∂L/∂θ‖ at step 0 > 10⁶');
  expect(growthOverall(0, '<', 1e-4).text['zh-CN']).toContain('< ×10⁻⁴');
});

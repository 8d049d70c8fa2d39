import { describe, expect, it } from 'vitest';
import { check, format, parse } from '../../src/base/field';
import { languages } from '../../src/base/localized';
import { activations } from '../../src/catalog/activations';
import { datasets } from '../../src/catalog/datasets';
import type { Entry } from '../../src/catalog/entry';
import { formats } from '../../src/catalog/formats';
import { initializers } from '../../src/catalog/initializers';
import { losses } from '../../src/catalog/losses';
import { lossScalings } from '../../src/catalog/lossScalings';
import { normalizations } from '../../src/catalog/normalizations';
import { optimizers } from '../../src/catalog/optimizers';
import { residuals } from '../../src/catalog/residuals';
import { safeguards } from '../../src/catalog/safeguards';
import { schedules } from '../../src/catalog/schedules';
import { fieldOf, keys, sections } from '../../src/experiment/schema';

const kinds: Record<string, readonly Entry[]> = {
  activations,
  datasets,
  formats,
  initializers,
  lossScalings,
  losses,
  normalizations,
  optimizers,
  residuals,
  safeguards,
  schedules,
};

describe.each(Object.entries(kinds))('%s', (_, entries) => {
  it('have ids of their own', () => {
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  it.each(entries.map((entry) => [entry.id, entry] as const))(
    '%s speaks every language',
    (_id, entry) => {
      for (const language of languages) {
        expect(entry.name[language].trim()).not.toBe('');
        expect(entry.summary[language].trim()).not.toBe('');
      }
      expect(entry.summary['zh-CN']).toMatch(/\p{Script=Han}/u);
    },
  );
});

describe.each(keys.map((key) => [key, fieldOf(key)] as const))('the setting %s', (key, field) => {
  it('has a legal default that survives text', () => {
    expect(check(field, field.default)).toEqual({ value: field.default });
    expect(parse(field, format(field, field.default))).toEqual({ value: field.default });
  });

  it('has labels, and stands in exactly one section', () => {
    for (const language of languages) expect(field.label[language].trim()).not.toBe('');
    const owners = sections.filter((section) => (section.keys as readonly string[]).includes(key));
    expect(owners).toHaveLength(1);
  });
});

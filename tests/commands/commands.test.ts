import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { commandsIn, documentedCommands } from './documented';
import { run, whileServed } from './programs';

const long = { tags: ['deep'] };
const bench = join(mkdtempSync(join(tmpdir(), 'chain-reaction-')), 'bench.json');
const golden = 'tests/reference/golden.json';

/** How the commands that begin with the same words are tried. */
interface Row {
  /** Tries each command as it is shown, in a form that does nothing. */
  readonly each?: (command: string) => Promise<void>;
  /** Their shortest forms. */
  readonly runs?: readonly string[];
  /** Their shortest forms where they take long. */
  readonly deep?: readonly string[];
  /** Shortest forms that serve the page until they are ended. */
  readonly serves?: readonly string[];
  /** Serves, and takes long. */
  readonly deepServes?: readonly string[];
  /** Tells what runs the command, where this test does not. */
  readonly elsewhere?: string;
}

/** Every command that is shown, by its first words; of two rows the longer one counts. */
const rows: Readonly<Record<string, Row>> = {
  'npm ci': { runs: ['npm ci --dry-run'] },
  'npm start': {
    each: takesItsWords,
    serves: ['npm start -- --built --port 0'],
    deepServes: ['npm start -- --port 0'],
  },
  'npm run dev': { serves: ['npm run dev'] },
  'npm run build': { elsewhere: 'the stages types and build', deep: ['npm run build'] },
  'npx vite build': { elsewhere: 'the stage build', deep: ['npx vite build'] },
  'npm run check': { elsewhere: 'the stages lint, types and knip', deep: ['npm run check'] },
  'npm test': { each: namesStages },
  'npm run test:deep': { each: namesStages },
  'node tools/test.mjs': { each: namesStages },
  'npm run test:science': { each: findsFiles },
  'npx vitest run': { each: findsFiles },
  'npx playwright test': { each: findsFiles },
  'npm run verify': {
    each: takesItsWords,
    runs: [`npm run verify -- ${golden} --only mse-relu-sgd`],
  },
  'npm run bench': {
    each: takesItsWords,
    runs: [`npm run bench -- --sizes T --alone none --rounds 1 --out ${bench}`],
    deep: [`npm run bench -- --backends cpu,auto --sizes T --alone S --rounds 1 --out ${bench}`],
  },
  'npm run bench:page': {
    each: takesItsWords,
    runs: ['npm run bench:page -- --built --measures start'],
    deep: ['npm run bench:page -- --seconds 1 --changes 1'],
  },
  'npm run bench:pool': {
    each: takesItsWords,
    deep: ['npm run bench:pool -- --built --steps 1 --rounds 1 --seconds 0.2'],
  },
  'npm run soak': {
    each: takesItsWords,
    elsewhere: 'the stage soak',
    deep: ['npm run soak -- --built 100 50 20'],
  },
  'python experiment.py': { elsewhere: 'tests/code' },
  'torchrun --nproc_per_node=2 experiment.py': { elsewhere: 'tests/code' },
  'node experiment.mjs': { elsewhere: 'tests/code' },
};

const shown = documentedCommands();
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The row of a command; words end at a space. */
function rowOf(command: string): string | undefined {
  const fitting = Object.keys(rows).filter((words) => `${command} `.startsWith(`${words} `));
  return fitting.sort((one, other) => other.length - one.length)[0];
}

/** Adds words to a command; npm hands on those behind its `--`. */
function withWords(command: string, words: string) {
  const isNpm = command.startsWith('npm ') && !command.includes(' -- ');
  return isNpm ? `${command} -- ${words}` : `${command} ${words}`;
}

async function succeeds(command: string) {
  const { status, said } = await run(command);
  expect(status, said).toBe(0);
  return said;
}

/** Reads the words that are shown, and says that it takes them; a form with brackets is its usage. */
async function takesItsWords(command: string) {
  if (!command.includes(' -- ')) return;
  const [form = ''] = command.includes('[') ? command.split(' -- ') : [command];
  const usage = await succeeds(withWords(form, '--help'));
  if (command.includes('[')) expect(usage).toContain(command);
}

/** Names stages that exist: beside one that does not, it refuses that one alone. */
async function namesStages(command: string) {
  const { status, said } = await run(withWords(command, 'nothing'));
  expect(said).toContain('No such stage: nothing.');
  expect(status).toBe(2);
}

/** Finds test files by its words, in its project. */
async function findsFiles(command: string) {
  const words = command.replace(/^npm run (\S+)/, (_, name) => String(scripts[name]));
  const filters =
    words
      .split(' run ')
      .at(-1)
      ?.replace(/^npx playwright test/, '') ?? '';
  const [, project] = /--project (\S+)/.exec(filters) ?? [];
  const names = filters.replace(/--project \S+/, '').match(/(?<!\S)[^-\s]\S*/g) ?? [];
  const files = await (words.includes('vitest') ? vitestFiles : playwrightFiles)();
  const found = files.filter(
    ({ file, projectName }) =>
      (!project || projectName?.split(' ')[0] === project) &&
      (names.length === 0 || names.some((name) => file.includes(name))),
  );
  expect(found).not.toEqual([]);
}

interface TestFile {
  readonly file: string;
  readonly projectName?: string;
}

const vitestFiles = once(
  async (): Promise<readonly TestFile[]> =>
    JSON.parse(await succeeds('npx vitest list --filesOnly --json')),
);

const playwrightFiles = once(
  async (): Promise<readonly TestFile[]> =>
    (await succeeds('npx playwright test --list')).split('\n').map((file) => ({ file })),
);

/** Does once what several rows ask for. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Answers with the page, and with each script that the page names. */
async function answers(command: string) {
  await whileServed(command, async (url) => {
    const page = await (await fetch(url)).text();
    const sources = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)];
    expect(sources.length).toBeGreaterThan(0);
    for (const [, source = ''] of sources) {
      const { status, headers } = await fetch(new URL(source, url));
      expect([status, headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('text/javascript'),
      ]);
    }
  });
}

beforeAll(async () => {
  if (!existsSync('dist/index.html')) await succeeds('npx vite build');
});

it('reads commands out of blocks and of inline code', () => {
  const text =
    'Use `npm run\nx`, not `node`.\n\n```sh\nls -l   # all\n# none\n```\n\n```js\nnpm y\n```\n';
  expect(commandsIn(text)).toEqual(['ls -l', 'npm run x']);
});

it('every command that a document shows has a row, and every row is shown', () => {
  expect(shown.filter((command) => rowOf(command) === undefined)).toEqual([]);
  const used = new Set(shown.map(rowOf));
  expect(Object.keys(rows).filter((words) => !used.has(words))).toEqual([]);
});

it('every script of package.json is shown, and every script that is shown is there', () => {
  const named = shown.flatMap((command) => {
    const [, name] = /^npm (?:run )?(?!ci\b|install\b)(\S+)/.exec(command) ?? [];
    return name ?? [];
  });
  expect([...new Set(named)].sort()).toEqual(Object.keys(scripts).sort());
});

describe.each(Object.entries(rows))('%s', (words, row) => {
  const { each, runs = [], deep = [], serves = [], deepServes = [], elsewhere } = row;
  const forms = each ? shown.filter((command) => rowOf(command) === words) : [];
  it.each(forms)('%s: its words are taken', (command) => each?.(command));
  it.each(runs)('%s', async (command) => {
    await succeeds(command);
  });
  it.each(serves)('%s answers', answers);
  it.each(deep)('%s', long, async (command) => {
    await succeeds(command);
  });
  it.each(deepServes)('%s answers', long, answers);
  if (elsewhere) it(`is run by ${elsewhere}`, () => undefined);
});

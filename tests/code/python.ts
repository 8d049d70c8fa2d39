import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { tableFiles } from '../support/tables';

/** A folder for scripts and logs, and what is run in it. */
export interface Workshop {
  readonly folder: string;
  /** Writes a file and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Reads a file; '' where there is none. */
  read(name: string): string;
}

/** Opens a folder that holds the files of own data and nothing else. */
export function openWorkshop(): Workshop {
  const folder = mkdtempSync(join(tmpdir(), 'chain-reaction-code-'));
  for (const [name, text] of Object.entries(tableFiles)) writeFileSync(join(folder, name), text);
  return {
    folder,
    write(name, content) {
      const path = join(folder, name);
      writeFileSync(path, content);
      return path;
    },
    read(name) {
      try {
        return readFileSync(join(folder, name), 'utf8');
      } catch {
        return '';
      }
    },
  };
}

/** The first Python that can import all of some modules: the one named by `variable`, or the system's. */
export function pythonWith(modules: readonly string[], variable: string): string | undefined {
  const candidates = [process.env[variable], '/usr/bin/python3', 'python3'];
  const imports = `import ${modules.join(', ')}`;
  return candidates.find(
    (python) => python && spawnSync(python, ['-c', imports], { stdio: 'ignore' }).status === 0,
  );
}

/** Runs a program to its end, within `seconds`; what it printed, also where it failed. */
export async function execute(
  program: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  seconds = 280,
): Promise<string> {
  const env = { ...process.env, OMP_NUM_THREADS: '1', ...environment };
  try {
    const options = { env, timeout: 1000 * seconds, maxBuffer: 2 ** 26 };
    const { stdout, stderr } = await promisify(execFile)(program, args, options);
    return stdout + stderr;
  } catch (error) {
    return String(Object(error).stdout) + String(error);
  }
}

/** How Python is started: options before the script, what is added to its environment, and how long it may take. */
interface Start {
  readonly seconds?: number;
  readonly options?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** Runs Python scripts with their arguments, one after another in one interpreter. */
export function runScripts(
  python: string,
  workshop: Workshop,
  jobs: readonly (readonly string[])[],
  { options = [], environment = {}, seconds = 280 }: Start = {},
): Promise<string> {
  const list = workshop.write(`jobs-${options.length}.json`, JSON.stringify(jobs));
  const runner = join(import.meta.dirname, 'run.py');
  return execute(python, [...options, runner, list], environment, seconds);
}

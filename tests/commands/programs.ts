import { type ChildProcess, spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** How a program ended, and all that it said. */
export interface Ended {
  readonly status: number | null;
  readonly said: string;
}

/** Where and as whom a program runs. */
export interface Circumstances {
  readonly cwd?: string;
  readonly uid?: number;
}

function start(command: string, circumstances: Circumstances) {
  // Programs of this project must not take themselves for a part of the test that starts them.
  const { VITEST: _, NODE_ENV: __, ...env } = process.env;
  const options = { ...circumstances, env, shell: true, detached: true } as const;
  const program = spawn(command, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard = { said: '' };
  for (const stream of [program.stdout, program.stderr]) {
    stream.on('data', (text) => {
      heard.said += stripVTControlCharacters(String(text));
    });
  }
  return { program, heard };
}

/** Runs a command line to its end. */
export async function run(command: string, circumstances: Circumstances = {}): Promise<Ended> {
  const { program, heard } = start(command, circumstances);
  const status = await new Promise<number | null>((ended) => program.once('close', ended));
  return { status, said: heard.said };
}

/** Starts a command line that serves a page, hands over the address that it prints, and ends it. */
export async function whileServed<T>(
  command: string,
  use: (url: string, said: string) => Promise<T>,
  circumstances: Circumstances = {},
): Promise<T> {
  const { program, heard } = start(command, circumstances);
  try {
    const url = await new Promise<string>((found, fail) => {
      program.stdout.on('data', () => {
        const [address] = /http:\/\/\S+\//.exec(heard.said) ?? [];
        if (address) found(address);
      });
      program.once('close', () => fail(new Error(`${command} ended: ${heard.said}`)));
    });
    return await use(url, heard.said);
  } finally {
    await end(program);
  }
}

/** Ends a program with all that it started. */
async function end(program: ChildProcess) {
  if (program.exitCode !== null || program.pid === undefined) return;
  const ended = new Promise((done) => program.once('close', done));
  process.kill(-program.pid);
  await ended;
}

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** Runs scripts one after another in one process: a JSON list of their arguments, the script first. */
for (const [script, ...args] of JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8'))) {
  process.argv = [process.execPath, script, ...args];
  try {
    await import(pathToFileURL(script).href);
  } catch (error) {
    console.log(`FAILED ${script}`, error);
  }
}

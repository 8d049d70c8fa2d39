import type { Language } from '../base/localized';
import { code, type Framework } from '../catalog/code';
import { batchSizeOf, splitOf } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { kerasBody, kerasImports } from './keras';
import { type ScriptPlan, scriptPlanOf } from './plan';
import { pythonConstants } from './python';
import { type Say, sayIn } from './texts';
import { tfjsBody, tfjsConstants, tfjsImports } from './tfjs';
import { torchBody, torchImports } from './torch';

/** What the body of a script is written from. */
export interface Body {
  readonly experiment: Experiment;
  readonly plan: ScriptPlan;
  readonly language: Language;
  readonly say: Say;
  /** Whether every step takes the whole training set. */
  readonly wholeBatch: boolean;
}

/** A script's text and the name that its file should have. */
export interface Script {
  readonly file: string;
  readonly text: string;
}

interface Writer {
  readonly file: string;
  /** How the script is started. */
  usage(script: string): readonly string[];
  /** The parts of the script below its constants, in order; '' is left out. */
  body(body: Body): readonly string[];
  imports(script: string): string;
  constants(body: Body, script: string): string;
  /** Puts lines into the comment at the top. */
  header(lines: string): string;
  /** Empty lines between parts. */
  readonly gap: string;
}

const python = {
  file: 'experiment.py',
  constants: pythonConstants,
  header: (lines: string) => `"""${lines}\n"""`,
  gap: '\n\n\n',
};

const options = '[--steps 300] [--csv log.csv]';

const writers: Readonly<Record<Framework, Writer>> = {
  torch: {
    ...python,
    usage: () => [
      `python experiment.py ${options} [--weights FILE]`,
      'torchrun --nproc_per_node=2 experiment.py',
    ],
    body: torchBody,
    imports: torchImports,
  },
  keras: {
    ...python,
    usage: () => ['pip install keras tensorflow', `python experiment.py ${options}`],
    body: kerasBody,
    imports: kerasImports,
  },
  tfjs: {
    file: 'experiment.mjs',
    usage: (script) => [
      `npm install @tensorflow/tfjs ${/\bPapa\./.test(script) ? 'papaparse ' : ''}pure-rand@8`,
      `node experiment.mjs ${options}`,
    ],
    body: tfjsBody,
    imports: tfjsImports,
    constants: tfjsConstants,
    header: (lines) => `/*\n${lines}\n*/`,
    gap: '\n\n',
  },
};

/**
 * An experiment as a script that runs by itself: the same data, initial weights, safeguards and steps as
 * on the page, with a log of every layer's norms. Comments are in `language`; `link` leads back to the
 * experiment and stands in the header.
 */
export function scriptOf(
  experiment: Experiment,
  framework: Framework,
  language: Language,
  link: string,
): Script {
  const writer = writers[framework];
  const body = {
    experiment,
    plan: scriptPlanOf(experiment, framework, language),
    language,
    say: sayIn(language),
    wholeBatch: batchSizeOf(experiment) === splitOf(experiment).training,
  };
  const text = writer
    .body(body)
    .filter((part) => part !== '')
    .join(writer.gap);
  const header = code`
    Chain Reaction: ${link}

    ${writer.usage(text)}

    ${body.say('validates')}
  `;
  const top = [writer.header(header), writer.imports(text), writer.constants(body, text)];
  return { file: writer.file, text: `${top.join('\n\n')}${writer.gap}${text}\n` };
}

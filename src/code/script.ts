import type { Language } from '../base/localized';
import { code, type Framework } from '../catalog/code';
import { batchSizeOf, splitOf } from '../experiment/data';
import type { Experiment } from '../experiment/schema';
import { type Constant, constantsOf } from './constants';
import { type ScriptPlan, scriptPlanOf } from './plan';
import { widthsText } from './python';
import { type Say, sayIn } from './texts';
import { torchBody, torchImports } from './torch';

/** What the body of a script is written from. */
export interface Body {
  readonly experiment: Experiment;
  readonly plan: ScriptPlan;
  readonly say: Say;
  /** Whether every step takes the whole training set. */
  readonly wholeBatch: boolean;
}

/** A script's text and the name that it suggests for its file. */
export interface Script {
  readonly file: string;
  readonly text: string;
}

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
  const say = sayIn(language);
  const plan = scriptPlanOf(experiment, framework);
  const wholeBatch = batchSizeOf(experiment) === splitOf(experiment).training;
  const body = { experiment, plan, say, wholeBatch };
  const parts = torchBody(body);
  const text = parts.join('\n\n\n');
  const constants = constantsOf(experiment, text, language, ['False', 'True']);
  return {
    file: 'experiment.py',
    text: `${[
      [header(link, say), torchImports(text)].join('\n'),
      code`
        ${constants.map(python)}
        WIDTHS = ${widthsText(plan.widths, 'python')}
        DEPTH = len(WIDTHS) - 1
      `,
      text,
    ].join('\n\n')}\n`,
  };
}

function header(link: string, say: Say): string {
  return code`
    """Chain Reaction: ${link}

    python experiment.py [--steps 300] [--log log.csv] [--weights FILE]
    torchrun --nproc_per_node=2 experiment.py

    ${say('validates')}
    """

  `;
}

function python({ name, value, comment }: Constant): string {
  return `${name} = ${value}${comment && `  # ${comment}`}`;
}

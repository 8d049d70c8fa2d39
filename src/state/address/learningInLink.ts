import type { Link } from '../../experiment/link';
import { defaultExperiment, type Experiment } from '../../experiment/schema';
import { isWord } from '../../learn/glossary/ids';
import { startOf } from '../../learn/lesson';
import { nameOf, placeOf, stepAt } from '../learn/lessons';
import { openWord } from '../learn/openWord';
import { isSame, scenarioOf } from '../learn/scenarios';
import { open, openPart } from '../run/actions';
import { type App, app } from '../store/app';
import type { PageProblem } from '../store/problems';

type Reserved = Link['reserved'];

/** The scenario, step or claim that is open, as a link names it; a scenario only with its own experiment. */
export function learningShown(state: App): Reserved {
  const { scenario: id, lesson, claim, word, view, experiment } = state;
  if (view === 'learn' && claim) return { claim };
  if (view === 'learn' && word) return { word };
  if (lesson) return { lesson: nameOf(lesson) };
  const scenario = scenarioOf(id);
  return scenario && isSame(scenario.experiment, experiment) ? { scenario: scenario.id } : {};
}

/**
 * Opens what a link names to learn from, and says with which experiment: that of the scenario, or the
 * one that a step begins with unless the link brings one of its own.
 */
export function openLearning(
  { scenario: scenarioId, lesson: name, claim, word }: Reserved,
  experiment: Experiment,
): { readonly experiment: Experiment; readonly problems: readonly PageProblem[] } {
  const scenario = scenarioOf(scenarioId);
  const lesson = name === undefined ? undefined : placeOf(name);
  const problems: PageProblem[] = [];
  const unknown = (key: 'scenario' | 'lesson' | 'word', asked: string) =>
    problems.push({ key, asked, problem: { kind: 'unknownName' } });
  app.setState({ scenario: scenario?.id ?? null, lesson: lesson ?? null });
  if (scenarioId !== undefined && !scenario) unknown('scenario', scenarioId);
  if (name !== undefined && !lesson) unknown('lesson', name);
  if (claim !== undefined) {
    openPart('claims');
    open('learn');
    void openAsked(claim);
  }
  if (word !== undefined && isWord(word)) openWord(word);
  else if (word !== undefined) unknown('word', word);
  if (scenario) return { experiment: scenario.experiment, problems };
  const found = stepAt(lesson ?? null);
  const start = found && startOf(found.lesson, found.index);
  const isOwn = !isSame({ ...experiment, seed: defaultExperiment.seed }, defaultExperiment);
  if (!start || isOwn) return { experiment, problems };
  return { experiment: { ...start, backend: experiment.backend }, problems };
}

/** Opens a claim once the claims are loaded, which the page does not wait for; says where there is none. */
async function openAsked(asked: string): Promise<void> {
  const { openClaim } = await import('../learn/openClaim');
  if (openClaim(asked)) return;
  const unknown: PageProblem = { key: 'claim', asked, problem: { kind: 'unknownName' } };
  app.setState(({ problems }) => ({ problems: [...problems, unknown] }));
}

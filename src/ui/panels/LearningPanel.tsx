import { LessonPanel } from './LessonPanel';
import { ScenarioPanel } from './ScenarioPanel';

/** The step of a lesson or the scenario that is open. */
export function LearningPanel() {
  return (
    <>
      <LessonPanel />
      <ScenarioPanel />
    </>
  );
}

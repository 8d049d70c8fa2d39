import { useStore } from 'zustand';
import type { Experiment } from '../experiment/schema';
import { type Logs, logs } from './files/logs';
import { type ClaimTest, claimTests } from './learn/claims';
import { type App, app } from './store/app';
import { isLockedOut } from './store/appearance';
import { type OwnData, ownData } from './store/ownData';
import { type Preferences, preferences } from './store/preferences';
import { type Progress, progress } from './store/progress';
import { type Background, background } from './studies/background';
import { type Maps, maps } from './studies/maps';
import { type Study, study } from './studies/study';

/** Reads a part of the page's state, and renders again when it changes. */
export function useApp<T>(select: (state: App) => T): T {
  return useStore(app, select);
}

/** Whether an experiment cannot be loaded, for it changes a setting that the link locks. */
export function useLockedOut(to: Experiment): boolean {
  return useApp(({ appearance, experiment }) => isLockedOut(appearance, experiment, to));
}

/** Reads a part of what all background jobs share, and renders again when it changes. */
export function useBackground<T>(select: (state: Background) => T): T {
  return useStore(background, select);
}

/** Reads a part of what is known of the trials, and renders again when it changes. */
export function useStudy<T>(select: (state: Study) => T): T {
  return useStore(study, select);
}

/** Reads a part of what is known of somebody's own log, and renders again when it changes. */
export function useLogs<T>(select: (state: Logs) => T): T {
  return useStore(logs, select);
}

/** Reads a part of what is known of maps, and renders again when it changes. */
export function useMaps<T>(select: (state: Maps) => T): T {
  return useStore(maps, select);
}

/** Reads a part of the state of a person's own data, and renders again when it changes. */
export function useOwnData<T>(select: (state: OwnData) => T): T {
  return useStore(ownData, select);
}

/** Reads a part of a person's preferences, and renders again when it changes. */
export function usePreferences<T>(select: (state: Preferences) => T): T {
  return useStore(preferences, select);
}

/** How the test of a claim goes, and renders again when it changes; nothing before there is one. */
export function useClaimTest(id: string): ClaimTest | undefined {
  return useStore(claimTests, (tests) => tests[id]);
}

/** What a person did in the lessons, and renders again when it changes. */
export function useProgress(): Progress {
  return useStore(progress);
}

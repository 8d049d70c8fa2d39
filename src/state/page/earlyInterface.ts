import type { PageInterface } from './pageInterface';

/**
 * Offers `globalThis.chainReaction` while the page behind it is still loading: promises wait for the page, members that
 * answer at once throw until it is there.
 */
export function offerInterface(loading: Promise<PageInterface>): void {
  let page: PageInterface | null = null;
  const opened = loading.then((loaded) => {
    page = loaded;
    return loaded;
  });
  const present = (): PageInterface => {
    if (page) return page;
    throw new Error('The page is still loading: await chainReaction.ready first.');
  };
  globalThis.chainReaction = {
    get ready() {
      return opened.then(({ ready }) => ready);
    },
    experiment: () => present().experiment(),
    set: (settings) => present().set(settings),
    run: async (steps) => (await opened).run(steps),
    pause: async () => (await opened).pause(),
    reset: async () => (await opened).reset(),
    history: () => present().history(),
  };
}

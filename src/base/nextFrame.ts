/** Milliseconds to wait for a frame: the browser draws none of a hidden page, and few of a frame that is out of view. */
const longest = 50;

/** Runs `work` once: with the next frame, or after 50 ms if the browser holds frames back. */
export function onNextFrame(work: () => void): void {
  const run = () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
    work();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, longest);
}

/**
 * The server's clock as this browser knows it. A page tells the time it was made at, which is earlier than the time it is
 * read at, and much earlier where it comes out of a cache: the latest it can be is the best guess.
 */
let offset = Number.NEGATIVE_INFINITY;

/** Whole seconds from a time of the server's to an end; 0 when it is over. */
export const leftAt = (end: number, now: number): number => Math.max(0, Math.ceil((end - now) / 1000));

/** The same from this moment. @param told the server's time when it made the page */
export function leftNow(end: number, told: number): number {
  offset = Math.max(offset, told - Date.now());
  return leftAt(end, Date.now() + offset);
}

/** Calls back several times a second, so that no second is skipped. */
export function onSecond(tick: () => void): () => void {
  const timer = setInterval(tick, 250);
  return () => clearInterval(timer);
}

/** What is typed on this page and not kept by the server yet. Whoever leads away from it keeps it first. */
const keepers = new Set<() => Promise<void>>();
const told = new Set<() => void>();

/** No longer than this does one wait for a server that does not answer. */
const patience = 3000;

/** Adds somebody who keeps; the result takes it away again. */
export function addKeeper(keep: () => Promise<void>): () => void {
  keepers.add(keep);
  return () => void keepers.delete(keep);
}

/** Resolves when all that is typed is kept, or could not be. */
export async function keepTyped(): Promise<void> {
  const kept = Promise.allSettled([...keepers].map((keep) => keep()));
  await Promise.race([kept, new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** Calls `tell` when the server takes nothing more, since the variant or its attempt is closed. */
export function whenClosed(tell: () => void): () => void {
  told.add(tell);
  return () => void told.delete(tell);
}

export function tellClosed(): void {
  for (const tell of told) tell();
}

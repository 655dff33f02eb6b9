/**
 * A submission on its way, kept by the browser until the server acknowledged it: whatever happens to the network or the
 * page, the same key goes out again with the same text, so that it is stored once.
 */
export interface Pending {
  key: string;
  raw: Record<string, string>;
  /** How long the variant was looked at before. */
  seconds?: number;
}

const place = (variantId: string) => `chainrule:pending:${variantId}`;

/** Storage may be full or barred; then a submission only lives as long as the page. */
export function keepPending(variantId: string, pending: Pending): void {
  try {
    localStorage.setItem(place(variantId), JSON.stringify(pending));
  } catch {}
}

export function forgetPending(variantId: string): void {
  try {
    localStorage.removeItem(place(variantId));
  } catch {}
}

export function findPending(variantId: string): Pending | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(variantId)) ?? "null");
    return isPending(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isPending(kept: unknown): kept is Pending {
  if (typeof kept !== "object" || kept === null || !("key" in kept) || !("raw" in kept)) return false;
  const { key, raw } = kept;
  if (typeof key !== "string" || typeof raw !== "object" || raw === null) return false;
  return Object.values(raw).every((text) => typeof text === "string");
}

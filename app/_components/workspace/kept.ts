/**
 * What this browser keeps for somebody until the server has it: texts typed into a variant (drafts), and submissions on
 * their way (pending), which go out again with the same key whatever happens to the network or the page, so that each is
 * stored once. All of it is bound to its owner, and never read for another.
 */
export type Raw = Record<string, string>;
export type Shelf = "draft" | "pending";

export interface Kept {
  /** The mark of whoever typed it. */
  owner: string;
  /** Where, and what that page is called. */
  page: string;
  title: string;
  /** When, in milliseconds by the clock of this device. */
  at: number;
  raw: Raw;
  /** The key of a submission, and how long the variant was looked at before. */
  key?: string;
  seconds?: number;
  /** Of a draft: what the server had when it was typed. */
  base?: Raw;
}

/** More drafts than this are not kept; the oldest go first. */
const mostDrafts = 40;
const changed = "chainrule:kept";

const prefix = (shelf: Shelf) => `chainrule:${shelf}:`;
const currentOwner = () => document.documentElement.dataset.owner;

/** Keeps something for a variant in the place of what was kept before. False where the browser cannot. */
export function keep(shelf: Shelf, variantId: string, what: Pick<Kept, "raw" | "key" | "seconds" | "base">): boolean {
  const owner = currentOwner();
  if (owner === undefined) return false;
  const page = `${location.pathname}${location.search}`;
  const title = document.title.replace(/ · Chainrule$/, "");
  try {
    write(shelf, variantId, { ...what, owner, page, title, at: Date.now() });
    if (shelf === "draft") for (const [old] of list("draft").slice(mostDrafts)) remove("draft", old);
    tell();
    return true;
  } catch {
    return false; // storage is full or barred
  }
}

export function forget(shelf: Shelf, variantId: string): void {
  try {
    remove(shelf, variantId);
    tell();
  } catch {}
}

/** What is kept for a variant, if it belongs to whoever looks at this page. */
export function find(shelf: Shelf, variantId: string): Kept | undefined {
  try {
    const kept = read(shelf, variantId);
    return kept?.owner === currentOwner() ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** All that is kept on a shelf for whoever looks at this page, with its variants, newest first. */
export function all(shelf: Shelf): [variantId: string, Kept][] {
  try {
    return list(shelf).filter(([, { owner }]) => owner === currentOwner());
  } catch {
    return [];
  }
}

/**
 * Once it is known whose browser this is: what a guest left belongs to the account that took the guest over, and what
 * belongs to anybody else goes.
 */
export function settle(owner: string | undefined): void {
  try {
    for (const shelf of ["draft", "pending"] as const)
      for (const [variantId, kept] of list(shelf)) {
        if (kept.owner === owner) continue;
        if (owner?.startsWith("user-") && kept.owner.startsWith("guest-")) write(shelf, variantId, { ...kept, owner });
        else remove(shelf, variantId);
      }
    tell();
  } catch {}
}

/** Calls `notify` when something was kept or forgotten, here or in another tab; the result ends it. */
export function onKept(notify: () => void): () => void {
  addEventListener(changed, notify);
  addEventListener("storage", notify);
  return () => {
    removeEventListener(changed, notify);
    removeEventListener("storage", notify);
  };
}

export const tell = () => void dispatchEvent(new Event(changed));

const write = (shelf: Shelf, variantId: string, kept: Kept) =>
  localStorage.setItem(`${prefix(shelf)}${variantId}`, JSON.stringify(kept));
const remove = (shelf: Shelf, variantId: string) => localStorage.removeItem(`${prefix(shelf)}${variantId}`);

function read(shelf: Shelf, variantId: string): Kept | undefined {
  const kept: unknown = JSON.parse(localStorage.getItem(`${prefix(shelf)}${variantId}`) ?? "null");
  return isKept(kept) ? kept : undefined;
}

function list(shelf: Shelf): [string, Kept][] {
  return Object.keys(localStorage)
    .filter((place) => place.startsWith(prefix(shelf)))
    .flatMap((place): [string, Kept][] => {
      const variantId = place.slice(prefix(shelf).length);
      const kept = read(shelf, variantId);
      return kept ? [[variantId, kept]] : [];
    })
    .sort(([, a], [, b]) => b.at - a.at);
}

function isKept(kept: unknown): kept is Kept {
  if (typeof kept !== "object" || kept === null) return false;
  if (!("owner" in kept && "page" in kept && "title" in kept && "at" in kept && "raw" in kept)) return false;
  const { owner, page, title, at, raw } = kept;
  const isText = [owner, page, title].every((text) => typeof text === "string");
  if (!isText || typeof at !== "number" || !isRaw(raw)) return false;
  if ("base" in kept && !isRaw(kept.base)) return false;
  if ("seconds" in kept && typeof kept.seconds !== "number") return false;
  return !("key" in kept) || typeof kept.key === "string";
}

const isRaw = (raw: unknown): raw is Raw =>
  typeof raw === "object" && raw !== null && Object.values(raw).every((text) => typeof text === "string");

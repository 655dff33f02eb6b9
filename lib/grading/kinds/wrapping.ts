/** What may stand around an array when it is pasted: numpy and torch calls, TeX environments, a name and "=". */

export interface Unwrapped {
  /** The part of the raw text that holds the entries. */
  from: number;
  to: number;
  /** Written as a row that is to be turned: `[1, 2]^T`. */
  transposed: boolean;
}

const openings = [
  /^\s*(?:[A-Za-z]\w?\s*=\s*)?(?:(?:np|numpy|torch|jnp|tf)\.)?(?:array|asarray|tensor|Tensor|matrix|Matrix|vec|vector)\s*\(/,
  /^\s*(?:\$+|\\\[|\\\()?\s*(?:\\left\s*[[(]\s*)?\\begin\s*\{\s*(?:[bpvBV]?(?:small)?matrix\*?|array)\s*\}(?:\s*\{[lcr|\s]*\})?/,
] as const;
const closings = [
  /(?:,\s*(?:dtype|device|requires_grad|grad_fn)\s*=\s*[\w.<>'"]+\s*)*,?\s*\)\s*$/,
  /\\end\s*\{\s*(?:[bpvBV]?(?:small)?matrix\*?|array)\s*\}(?:\s*\\right\s*[\])])?\s*(?:\$+|\\\]|\\\))?\s*$/,
] as const;
const turned = /\s*(?:\^\s*(?:T|\{\s*T\s*\}|\\top|\{\s*\\top\s*\}|\\intercal)|\.T|'|ᵀ)\s*\$*\s*$/;

/** Longest wrapping at either end: the patterns above may try again from each of so many places, and no more. */
const longest = 120;

/** Cuts away what stands around an array that begins at `start`, behind a left side. */
export function unwrap(raw: string, start = 0): Unwrapped {
  const from = raw.length - raw.slice(start).trimStart().length;
  const full = raw.trimEnd().length;
  const turn = lastMatch(raw, from, full, turned);
  const to = turn ?? full;
  for (const [kind, opening] of openings.entries()) {
    const open = opening.exec(raw.slice(from, from + longest));
    const close = lastMatch(raw, from, to, closings[kind]!);
    if (open && close !== undefined && close >= from + open[0].length)
      return { from: from + open[0].length, to: close, transposed: turn !== undefined };
  }
  return { from, to, transposed: turn !== undefined };
}

/** Where a pattern begins that ends at `to`. */
function lastMatch(raw: string, from: number, to: number, pattern: RegExp): number | undefined {
  const start = Math.max(from, to - longest);
  const found = pattern.exec(raw.slice(start, to));
  return found ? start + found.index : undefined;
}

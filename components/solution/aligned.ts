/**
 * A chain of equalities set as in a book, one relation under the other: `z = wx + b = 1.1` becomes an aligned block.
 * Only relations outside of braces, environments and parentheses count.
 */
export function aligned(tex: string): string {
  const [first = "", ...rest] = relations(tex);
  if (rest.length === 0) return tex;
  const rows = rest.map((piece, i) => `&${piece}${i < rest.length - 1 ? `\\\\[${depthOf(piece)}em]` : ""}`);
  return `\\begin{aligned} ${first} ${rows.join(" ")} \\end{aligned}`;
}

/** TeX counts the space under a row from its baseline, so what hangs below the line needs more of it. */
function depthOf(tex: string): number {
  const rows = tex.split("\\\\").length;
  if (rows > 1) return 0.6 * rows;
  return /frac|sum|prod|underbrace/.test(tex) ? 1 : 0.4;
}

const token = /\\begin\b|\\end\b|\\left\b|\\right\b|\\approx\b|\\[a-zA-Z]+|\\.|[{}()[\]=]|[^\\{}()[\]=]+/g;
const opens = new Set(["{", "(", "[", "\\begin", "\\left"]);
const closes = new Set(["}", ")", "]", "\\end", "\\right"]);

/** The pieces of a chain; each but the first begins with its relation. */
function relations(tex: string): string[] {
  const pieces = [""];
  let depth = 0;
  for (const [piece] of tex.matchAll(token)) {
    if (opens.has(piece)) depth++;
    if (closes.has(piece)) depth--;
    if (depth === 0 && (piece === "=" || piece === "\\approx")) pieces.push(piece);
    else pieces[pieces.length - 1] += piece;
  }
  return pieces;
}

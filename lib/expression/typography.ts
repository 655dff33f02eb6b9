/** One written character as the grammar knows it, with its place in the raw text. */
export interface Char {
  c: string;
  at: number;
  end: number;
}

const looksLike: readonly (readonly [string, string])[] = [
  ["-", "−–—‐‑‒﹣"],
  ["*", "×✕⨯·⋅∙•∗"],
  ["/", "÷∕⁄"],
  ["|", "∣❘"],
  ["'", "’‘′`"],
  [" ", "\t\v\f\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000$"],
  ["\n", "\r\u2028\u2029"],
  ["(", "⟨"],
  [")", "⟩"],
  [",", "、"],
];
const canonical = new Map(looksLike.flatMap(([c, written]) => [...written].map((w) => [w, c])));

/** Characters of no width, which pasting leaves behind. */
const invisible = new Set("\u200b\u200c\u200d\u2060\u2061\u2062\ufeff\u200e\u200f");

/** Full-width forms, mathematical letters and digits, and letter-like symbols, which NFKC turns into plain ones. */
const isStyled = (point: number) =>
  (point >= 0xff01 && point <= 0xff5e) ||
  (point >= 0x1d400 && point <= 0x1d7ff) ||
  (point >= 0x2100 && point <= 0x2138);

/** Visible ASCII characters that stand for themselves, by their code: most of what is ever typed. */
const ordinary = Array.from({ length: 127 }, (_, code) => String.fromCharCode(code)).map((c, code) =>
  code > 32 && !canonical.has(c) ? c : undefined,
);

/** The characters of `raw` between two places, typography resolved: dashes, dots, spaces, full-width digits. */
export function charsOf(raw: string, from = 0, to = raw.length): Char[] {
  const chars: Char[] = [];
  for (let at = from; at < to; ) {
    const point = raw.codePointAt(at) ?? 0;
    const common = ordinary[point];
    if (common !== undefined) {
      chars.push({ c: common, at, end: at + 1 });
      at++;
      continue;
    }
    const written = String.fromCodePoint(point);
    const end = at + written.length;
    const plain = isStyled(point) ? written.normalize("NFKC") : written;
    if (!invisible.has(plain)) for (const c of plain) chars.push({ c: canonical.get(c) ?? c, at, end });
    at = end;
  }
  return chars;
}

const lifted = new Map([..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((c, digit) => [c, `${digit}`]));
const lowered = new Map([..."₀₁₂₃₄₅₆₇₈₉"].map((c, digit) => [c, `${digit}`]));

/** What a superscript stands for: `²` is 2, `⁻` is −. */
export const superscript = (c: string): string | undefined => (c === "⁻" ? "-" : c === "⁺" ? "+" : lifted.get(c));

/** The digit that a subscript stands for. */
export const subscript = (c: string): string | undefined => lowered.get(c);

const fractions = new Map<string, readonly [string, string]>([
  ["½", ["1", "2"]],
  ["⅓", ["1", "3"]],
  ["⅔", ["2", "3"]],
  ["¼", ["1", "4"]],
  ["¾", ["3", "4"]],
  ["⅕", ["1", "5"]],
  ["⅛", ["1", "8"]],
]);

/** Numerator and denominator of a fraction that is one character. */
export const fractionOf = (c: string): readonly [string, string] | undefined => fractions.get(c);

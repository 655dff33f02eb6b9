/** The left side of an equation in front of an answer: `f(x) =`, `y' =`, `∇f =`, `\frac{dy}{dx} =`. It is passed over. */

const letter = "[A-Za-zα-ωΑ-Ω]";
const name = `(?:\\\\[A-Za-z]{2,10}|${letter}{1,10})(?:_?\\{?\\w{1,4}\\}?|[₀-₉]{1,3})?['′’]{0,3}`;
const values = `(?:\\(${name}(?:,${name}){0,9}\\))?`;
const order = "(?:\\^?\\{?\\d\\}?|[²³])?";
const d = "(?:d|∂|\\\\partial|\\\\mathrm\\{d\\})";
const gradient = `(?:∇|\\\\nabla)(?:_\\{?\\w{1,4}\\}?)?${order}`;

const sides = [
  `${gradient}${values}`,
  `(?:${gradient})?${name}${values}`,
  `${d}${order}(?:${name})?${values}/${d}${name}${order}(?:${name}${values})?`,
  `\\\\[dt]?frac\\{${d}${order}(?:${name})?\\}\\{${d}${name}${order}\\}(?:${name})?${values}`,
].map((side) => new RegExp(`^${side}$`));

/** Longest left side; the patterns are only ever tried on so much. */
const longest = 60;

/** Where the answer begins: behind the equals sign, if a name or derivative stands before it, else at 0. */
export function bodyFrom(raw: string): number {
  const sign = raw.slice(0, longest).search(/:?[=≔]/);
  if (sign < 0) return 0;
  const side = raw.slice(0, sign).replace(/\\left|\\right|\\[([,;! ]|\$+|\s+/g, "");
  const end = sign + (raw[sign] === ":" ? 2 : 1);
  return sides.some((pattern) => pattern.test(side)) ? end : 0;
}

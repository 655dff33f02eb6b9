/** The pieces of TeX that formulas are put together from. */
import { isGreekName } from "./names.ts";

/** Parentheses, which grow only around what is higher than a line. */
export const parenthesised = (tex: string): string => (tex.includes("\\frac") ? `\\left(${tex}\\right)` : `(${tex})`);

/** Two factors side by side; a space only where the second would run into a command. */
export const juxtaposed = (a: string, b: string): string =>
  /\\[A-Za-z]+$/.test(a) && /^[A-Za-z]/.test(b) ? `${a} ${b}` : `${a}${b}`;

/** `2e-3` as 2 · 10⁻³; a point without digits on one side gets none. */
export function numberTex(text: string): string {
  const [mantissa = "", exponent] = text.toLowerCase().split("e");
  const digits = mantissa.replace(/^(-?)\./, "$10.").replace(/\.$/, "");
  if (exponent === undefined) return digits;
  return `${digits} \\cdot 10^{${exponent.replace("+", "")}}`;
}

/** A name with its subscript: `w_1`, `theta`. */
export function nameTex(name: string): string {
  const [letters = "", index] = name.split("_");
  const base = isGreekName(letters) ? `\\${letters}` : letters.length > 1 ? `\\mathrm{${letters}}` : letters;
  return index === undefined ? base : `${base}_{${index}}`;
}

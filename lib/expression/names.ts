/** Names: Greek letters by their Latin spelling, subscripts in one spelling, and a run of letters cut into known names. */
import { functionNamed } from "./functions.ts";

const greek = new Map([
  ["α", "alpha"],
  ["β", "beta"],
  ["γ", "gamma"],
  ["δ", "delta"],
  ["ε", "epsilon"],
  ["ϵ", "epsilon"],
  ["ζ", "zeta"],
  ["η", "eta"],
  ["θ", "theta"],
  ["ϑ", "theta"],
  ["κ", "kappa"],
  ["λ", "lambda"],
  ["μ", "mu"],
  ["µ", "mu"],
  ["ν", "nu"],
  ["ξ", "xi"],
  ["π", "pi"],
  ["ρ", "rho"],
  ["σ", "sigma"],
  ["ς", "sigma"],
  ["τ", "tau"],
  ["φ", "phi"],
  ["ϕ", "phi"],
  ["χ", "chi"],
  ["ψ", "psi"],
  ["ω", "omega"],
]);
/** Every Greek letter that has a name, pi among them. */
export const greekNames: ReadonlySet<string> = new Set(greek.values());

const letterOf = new Map([...greek].reverse().map(([letter, name]) => [name, letter]));

/** A name as a textbook writes it: θ, w₁, x_i. */
export function shownName(written: string): string {
  const [letters = "", index] = canonicalName(written).split("_");
  const base = letterOf.get(letters) ?? letters;
  if (index === undefined) return base;
  return /^\d+$/.test(index)
    ? base + [...index].map((digit) => "₀₁₂₃₄₅₆₇₈₉"[Number(digit)] ?? "").join("")
    : `${base}_${index}`;
}

export const isLetter = (c: string): boolean => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || greek.has(c);
export const isGreekName = (name: string): boolean => greekNames.has(name);

/** `σ` is sigma, `w₁`, `w1` and `w_{1}` are `w_1`: one spelling for each declared name. */
export function canonicalName(written: string): string {
  if (written.length === 1 && written < "\u0080") return written;
  const [, letters = written, index] = /^([^\d_{}]+)_?\{?(\w+)?\}?$/.exec(written) ?? [];
  const name = [...letters].map((c) => greek.get(c) ?? c).join("");
  return index === undefined ? name : `${name}_${index}`;
}

export type Named =
  | { is: "variable"; name: string }
  | { is: "function"; name: string }
  | { is: "constant"; name: "e" | "pi" };

/** What a written name stands for; declared names come first. */
export function named(written: string, declared: ReadonlySet<string>): Named | undefined {
  const name = canonicalName(written);
  if (declared.has(name)) return { is: "variable", name };
  const fn = functionNamed(name);
  if (fn !== undefined) return { is: "function", name: fn };
  const lower = name.toLowerCase();
  return lower === "e" || lower === "pi" ? { is: "constant", name: lower } : undefined;
}

/** The longest run of letters that is taken apart, and the longest name in it. */
const longestRun = 60;
export const longestName = 12;

/** Cuts a run of letters into known names, as few as can be: `xe` into x and e, `sinx` into sin and x. */
export function cut(run: readonly string[], declared: ReadonlySet<string>): string[] | undefined {
  if (run.length > longestRun) return undefined;
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - longestName); start < end; start++) {
      const before = best[start];
      if (!before || before.length + 1 >= (best[end]?.length ?? Number.POSITIVE_INFINITY)) continue;
      const word = run.slice(start, end).join("");
      if (named(word, declared)) best[end] = [...before, word];
    }
  }
  const words = best[run.length];
  return words && [...words];
}

/** How many letters in front of a run are known names, all but one letter at its end: 1 in `xt`, where only x is one. */
export function knownStart(run: readonly string[], declared: ReadonlySet<string>): number {
  const start = run.length - 1;
  return start > 0 && cut(run.slice(0, start), declared) ? start : 0;
}

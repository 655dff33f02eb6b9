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
const spelled = new Set(greek.values());

export const isLetter = (c: string): boolean => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z") || greek.has(c);
export const isGreekName = (name: string): boolean => spelled.has(name);

/** `σ` is sigma, `w₁`, `w1` and `w_{1}` are `w_1`: one spelling for each declared name. */
export function canonicalName(written: string): string {
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
const longestName = 12;

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

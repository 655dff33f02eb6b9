import { judge } from "#lib/grading/judge.ts";
import type { Receipt } from "#lib/grading/receipt.ts";
import { askedOnly, type Raw } from "./raw.ts";
import type { StoredVariant } from "./stored-variant.ts";

/**
 * Judges what stands in the fields when an attempt is handed in, and nobody can be asked again: a part that cannot be read
 * counts as blank, keeps its text in the receipt, and says so. Undefined where no part can be read.
 */
export function judgeAsItStands(
  { exercise, params, level, options }: StoredVariant,
  typed: Raw,
): { raw: Record<string, string>; receipt: Receipt } | undefined {
  const raw = askedOnly(exercise.asks[level], typed);
  const variant = { params, level };
  const judgement = judge(exercise, variant, raw, options);
  if (judgement.outcome === "judged") return { raw, receipt: judgement.receipt };
  const unread = new Set(judgement.parts.map(({ step }) => step));
  const rest = Object.fromEntries(Object.entries(raw).map(([step, text]) => [step, unread.has(step) ? "" : text]));
  if (Object.values(rest).every((text) => text.trim() === "")) return undefined;
  const again = judge(exercise, variant, rest, options);
  if (again.outcome !== "judged") return undefined;
  const steps = again.receipt.steps.map((step) =>
    unread.has(step.step)
      ? { ...step, raw: raw[step.step] ?? "", feedback: ["This could not be read, so it counted as blank."] }
      : step,
  );
  return { raw, receipt: { ...again.receipt, steps } };
}

import { z } from "zod";
import { levelSchema } from "#lib/course/level.ts";

const twoParts = z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/);
/** A `Place` as a form holds it: the exercise as `<topic>/<slug>`, the check as `<lesson>/<idea>`. */
const place = z.object({
  exercise: twoParts,
  level: levelSchema,
  check: twoParts.optional(),
  list: z.string().max(2000).optional().catch(undefined),
});

interface More {
  /** The kind of refusal to tell about. */
  notice?: string;
  variant?: string;
}

/** The page that a form of the workspace was sent from, so that it is shown again, with what is to be added. */
export function pageOf(form: FormData, more: More = {}): string {
  const parsed = place.safeParse(Object.fromEntries(form));
  if (!parsed.success) return "/practice";
  const { exercise, level, check, list } = parsed.data;
  if (check === undefined) {
    const query = new URLSearchParams({ level: String(level), ...more, ...(list && { list }) });
    return `/practice/${exercise}?${query}`;
  }
  const [lesson, idea = ""] = check.split("/");
  return `/learn/${lesson}?${new URLSearchParams({ check: idea, ...more })}#check-${idea}`;
}

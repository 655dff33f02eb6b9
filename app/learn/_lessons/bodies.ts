import type { ReactNode } from "react";
import type { IdeaId, LessonSlug } from "#lib/tutorial/lessons.ts";

/** What a lesson says about each of its ideas. */
export type Bodies<L extends LessonSlug> = Readonly<Record<IdeaId<L>, () => ReactNode>>;

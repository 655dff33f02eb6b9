import type { ReactNode } from "react";
import { type Lesson, type LessonSlug, lessons } from "#lib/tutorial/lessons.ts";
import { activations } from "./activations/bodies.ts";
import { backpropagation } from "./backpropagation/bodies.ts";
import type { Bodies } from "./bodies.ts";
import { calculus } from "./calculus/bodies.ts";
import { linearAlgebra } from "./linear-algebra/bodies.ts";
import { logarithms } from "./logarithms/bodies.ts";
import { probability } from "./probability/bodies.ts";
import { summary } from "./summary/bodies.ts";

const written: { readonly [L in LessonSlug]: Bodies<L> } = {
  "linear-algebra": linearAlgebra,
  calculus,
  probability,
  logarithms,
  activations,
  backpropagation,
  summary,
};

const bodies: Readonly<Record<string, Readonly<Record<string, () => ReactNode>>>> = written;

/** What a lesson says about an idea. */
export const bodyOf = (lesson: LessonSlug, idea: string): (() => ReactNode) | undefined => bodies[lesson]?.[idea];

/** The lessons that can be read, in their order. */
export const readable: readonly Lesson[] = lessons;

/**
 * The seven lessons in their order, and the ideas of each: what is taught where, which exercises drill it, and what of the
 * tutorial is shown in it. Every idea of a lesson may use the skills of earlier ideas; a test holds the order to that.
 */

import type { Idea } from "./idea.ts";
import { activations } from "./lessons/activations.ts";
import { backpropagation } from "./lessons/backpropagation.ts";
import { calculus } from "./lessons/calculus.ts";
import { linearAlgebra } from "./lessons/linear-algebra.ts";
import { logarithms } from "./lessons/logarithms.ts";
import { probability } from "./lessons/probability.ts";
import { summary } from "./lessons/summary.ts";

const table = [
  {
    slug: "linear-algebra",
    title: "Linear algebra",
    says: "Vectors hold data, matrices transform them; a layer of a network is one product and one sum.",
    ideas: linearAlgebra,
  },
  {
    slug: "calculus",
    title: "Calculus",
    says: "Slopes tell how a loss answers to its weights, and which way to step.",
    ideas: calculus,
  },
  {
    slug: "probability",
    title: "Probability",
    says: "What evidence does to belief, what to expect on average, and how far things spread.",
    ideas: probability,
  },
  {
    slug: "logarithms",
    title: "Logarithms",
    says: "Products become sums: for numbers too small to store, for losses, and for skewed data.",
    ideas: logarithms,
  },
  {
    slug: "activations",
    title: "Activation functions",
    says: "The bend between two layers: sigmoid, tanh, ReLU and softmax, with their slopes.",
    ideas: activations,
  },
  {
    slug: "backpropagation",
    title: "Backpropagation",
    says: "The chain rule, carried backward through a network until every weight has its slope.",
    ideas: backpropagation,
  },
  {
    slug: "summary",
    title: "All of it, in one step",
    says: "One training step of a small network, with every topic at its place.",
    ideas: summary,
  },
] as const;

export type LessonSlug = (typeof table)[number]["slug"];

/** The ids of a lesson’s ideas. */
export type IdeaId<L extends LessonSlug = LessonSlug> = Extract<
  (typeof table)[number],
  { slug: L }
>["ideas"][number]["id"];

export interface Lesson {
  slug: LessonSlug;
  title: string;
  says: string;
  ideas: readonly Idea[];
}

export const lessons: readonly Lesson[] = table;

/** What a lesson's ideas have of a kind, each once, in their order. */
export const sectionsOf = ({ ideas }: Lesson) => [...new Set(ideas.flatMap(({ sections }) => sections))];
export const skillsOf = ({ ideas }: Lesson) => [...new Set(ideas.flatMap(({ skills }) => skills))];

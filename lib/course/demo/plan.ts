/** The assignments of the demonstration, in days from the moment it is made. Pure. */
import type { AssignmentConfig, Mode } from "#lib/course/assignment/config.ts";
import type { Level } from "#lib/exercise/exercise.ts";

export interface PlannedItem {
  exercise: string;
  level: Level;
  /** On the scale of abilities. */
  difficulty: number;
}

export interface PlannedPart {
  points: number;
  /** How many of them a student gets. */
  pick: number;
  items: readonly PlannedItem[];
}

export interface PlannedAssignment {
  title: string;
  instructions: string;
  mode: Mode;
  category: "homework" | "quizzes" | "exams";
  config: Partial<AssignmentConfig>;
  opens: number | null;
  due: number | null;
  lateUntil: number | null;
  published: boolean;
  /** How many of the students begin it, and how many of those after it was due. */
  begin: number;
  late: number;
  /** The share of its items that somebody who is under way has come to; 1 where it is over. */
  progress: number;
  parts: readonly PlannedPart[];
}

const one = (points: number, exercise: string, level: Level, difficulty: number): PlannedPart => ({
  points,
  pick: 1,
  items: [{ exercise, level, difficulty }],
});

export const plan: readonly PlannedAssignment[] = [
  {
    title: "Sheet 1: vectors and matrices",
    instructions: "Do it by hand first, and check with a machine afterwards if you like.",
    mode: "homework",
    category: "homework",
    config: { tries: 3, tryPenalty: 0.1 },
    opens: -28,
    due: -21,
    lateUntil: -18,
    published: true,
    begin: 38,
    late: 4,
    progress: 1,
    parts: [
      one(2, "linear-algebra/dot-product", 1, -1.2),
      one(2, "linear-algebra/matmul-shape", 1, -0.6),
      one(4, "linear-algebra/matmul", 1, 0.1),
      one(3, "linear-algebra/cosine-similarity", 1, 0.5),
      one(4, "linear-algebra/inverse-2x2", 1, 0.9),
    ],
  },
  {
    title: "Quiz 1: probability",
    instructions: "Thirty minutes from when you begin. Everybody has the same numbers.",
    mode: "quiz",
    category: "quizzes",
    config: { variants: "same" },
    opens: -13,
    due: -12,
    lateUntil: null,
    published: true,
    begin: 39,
    late: 0,
    progress: 1,
    parts: [
      one(2, "probability/complement", 1, -1.4),
      one(3, "probability/conditional-from-table", 1, -0.2),
      one(3, "probability/expected-value", 1, -0.5),
      one(4, "probability/bayes-diagnostic", 1, 0.8),
    ],
  },
  {
    title: "Midterm: neurons",
    instructions: "Bring a pen. Results follow when all are graded.",
    mode: "exam",
    category: "exams",
    config: {},
    opens: -3,
    due: -2,
    lateUntil: null,
    published: true,
    begin: 38,
    late: 0,
    progress: 1,
    parts: [
      one(3, "activations/sigmoid", 1, -0.9),
      one(3, "activations/sigmoid-derivative", 1, -0.1),
      one(6, "backpropagation/neuron", 1, 0.2),
      one(4, "activations/softmax", 1, 0.3),
      one(6, "backpropagation/weight-gradient", 1, 0.9),
    ],
  },
  {
    title: "Sheet 2: derivatives and gradients",
    instructions: "The pool gives each of you two of four; all are about the same amount of work.",
    mode: "homework",
    category: "homework",
    config: { tries: 4, tryPenalty: 0.1 },
    opens: -4,
    due: 3,
    lateUntil: 5,
    published: true,
    begin: 26,
    late: 0,
    progress: 0.7,
    parts: [
      one(3, "calculus/chain-rule", 1, 0),
      {
        points: 2,
        pick: 2,
        items: [
          { exercise: "calculus/power-rule", level: 1, difficulty: -0.8 },
          { exercise: "calculus/sum-rule", level: 1, difficulty: -0.7 },
          { exercise: "calculus/product-rule", level: 1, difficulty: 0 },
          { exercise: "calculus/quotient-rule", level: 1, difficulty: 0.4 },
        ],
      },
      one(4, "calculus/partial-derivatives", 1, 0.3),
      one(4, "calculus/descent-1d", 1, 0.2),
    ],
  },
  {
    title: "Final exam",
    instructions: "",
    mode: "exam",
    category: "exams",
    config: {},
    opens: null,
    due: null,
    lateUntil: null,
    published: false,
    begin: 0,
    late: 0,
    progress: 0,
    parts: [
      one(6, "backpropagation/two-layer-backward", 1, 0.9),
      one(4, "logarithms/binary-cross-entropy", 1, 0.2),
      one(4, "calculus/ridge-gradient", 1, 0.7),
    ],
  },
];

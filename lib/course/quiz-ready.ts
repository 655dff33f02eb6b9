/** The quizzes that are ready to take: one for each topic and one across all. Their items are drawn for each learner. */
import { topics } from "#lib/exercise/topics.ts";
import type { QuizPlan } from "./quiz-plan.ts";

export interface ReadyQuiz extends QuizPlan {
  id: string;
  says: string;
}

const allTopics = topics.map(({ id }) => id);

const blueprint = { length: 8, levels: [1, 2], minutes: 20, feedback: "at the end" } as const;

export const readyQuizzes: readonly ReadyQuiz[] = [
  ...topics.map(({ id, name, says }): ReadyQuiz => ({ ...blueprint, id, title: name, says, topics: [id] })),
  {
    id: "mixed",
    title: "Across the course",
    says: "Two items from each topic, from easy to hard.",
    topics: allTopics,
    length: 12,
    levels: [1, 2, 3],
    minutes: 35,
    feedback: "at the end",
  },
];

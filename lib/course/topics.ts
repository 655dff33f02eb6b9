import { type TopicId, topics } from "#lib/exercise/topics.ts";
import { catalogue } from "./registry.ts";

/** A topic of the course and how many exercises it offers. */
export interface Topic {
  id: TopicId;
  name: string;
  /** Of the tutorial. */
  section: string;
  says: string;
  exercises: number;
}

/** The topics in the order of the course. */
export const listTopics = (): Topic[] =>
  topics.map((topic) => ({ ...topic, exercises: catalogue.filter((exercise) => exercise.topic === topic.id).length }));

import type { Idea } from "../idea.ts";

export const summary = [
  {
    id: "one-step",
    title: "One step of training, from end to end",
    sections: [],
    skills: [],
    drills: ["backpropagation/training-step"],
  },
] as const satisfies readonly Idea[];

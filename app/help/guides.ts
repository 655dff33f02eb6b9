/** The pages of help, in the order of their index. */
export const guides = [
  {
    path: "/help/typing",
    title: "How to type answers",
    says: "Numbers, vectors, matrices, sets and formulas, each by examples: how it is read, and what becomes of it.",
  },
  {
    path: "/help/keyboard",
    title: "Keyboard",
    says: "The keys that check an answer, show a hint, go on, and move through matrices and lists.",
  },
  {
    path: "/help/credit",
    title: "How marks and credit work",
    says: "What tries and hints cost, how exact an answer must be, and what happens to what follows from a mistake.",
  },
  {
    path: "/help/mastery",
    title: "How mastery works",
    says: "What an answer says about a skill, when a skill counts as mastered, and how the next exercise is chosen.",
  },
] as const;

export type GuidePath = (typeof guides)[number]["path"];

/** The guide at a path, for its own page. */
export function guideAt(path: GuidePath) {
  const guide = guides.find((one) => one.path === path);
  if (!guide) throw new RangeError(`there is no guide at ${path}`);
  return guide;
}

/** What cannot be read, where in the raw text, and how to write it instead. */
export interface Problem {
  message: string;
  /** Start and end in the raw text, the end excluded. */
  at: readonly [number, number];
  /** What to type instead, for a person to read: "0.5", "1234 or 1.234". */
  suggestion: string | null;
}

/** Thrown inside reading, and caught at its public functions: no caller ever sees it. */
export class Unreadable extends Error {
  override name = "Unreadable";
  constructor(readonly problem: Problem) {
    super(problem.message);
  }
}

export function refuse(message: string, at: readonly [number, number], suggestion: string | null = null): never {
  throw new Unreadable({ message, at, suggestion });
}

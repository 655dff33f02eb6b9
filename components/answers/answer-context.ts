"use client";

import { createContext, useContext } from "react";
import type { NotRead } from "./preview.ts";

/** What the form knows about its parts. */
export interface Answers {
  /** What was in each part when the page was made. */
  initial: Readonly<Record<string, string>>;
  /** Parts that the last check could not read. */
  problems: Readonly<Record<string, NotRead>>;
  /** While an answer is on its way it cannot be changed. */
  locked: boolean;
}

export const AnswerContext = createContext<Answers>({ initial: {}, problems: {}, locked: false });

export const useAnswers = (): Answers => useContext(AnswerContext);

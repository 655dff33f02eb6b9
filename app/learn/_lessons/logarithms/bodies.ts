import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { CrossEntropy } from "./cross-entropy.tsx";
import { Entropy } from "./entropy.tsx";
import { LogOdds } from "./log-odds.tsx";
import { LogRules } from "./log-rules.tsx";
import { LogScale } from "./log-scale.tsx";
import { LogSpace } from "./log-space.tsx";
import { Logarithm } from "./logarithm.tsx";

export const logarithms: Bodies<"logarithms"> = {
  logarithm: Logarithm,
  "log-rules": LogRules,
  "log-space": LogSpace,
  "cross-entropy": CrossEntropy,
  entropy: Entropy,
  "log-scale": LogScale,
  "log-odds": LogOdds,
};

import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { Bayes } from "./bayes.tsx";
import { Bernoulli } from "./bernoulli.tsx";
import { Conditional } from "./conditional.tsx";
import { ErrorMeasures } from "./error-measures.tsx";
import { ExpectedValue } from "./expected-value.tsx";
import { Joint } from "./joint.tsx";
import { Normal } from "./normal.tsx";
import { Rules } from "./rules.tsx";
import { TotalProbability } from "./total-probability.tsx";
import { Updates } from "./updates.tsx";
import { Variance } from "./variance.tsx";

export const probability: Bodies<"probability"> = {
  rules: Rules,
  joint: Joint,
  conditional: Conditional,
  "total-probability": TotalProbability,
  bayes: Bayes,
  updates: Updates,
  "expected-value": ExpectedValue,
  variance: Variance,
  bernoulli: Bernoulli,
  normal: Normal,
  "error-measures": ErrorMeasures,
};

import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { ChainRule } from "./chain-rule.tsx";
import { DifferenceQuotient } from "./difference-quotient.tsx";
import { ExpLog } from "./exp-log.tsx";
import { Gradient } from "./gradient.tsx";
import { GradientDescent } from "./gradient-descent.tsx";
import { LearningRate } from "./learning-rate.tsx";
import { LossGradients } from "./loss-gradients.tsx";
import { Minima } from "./minima.tsx";
import { PartialDerivatives } from "./partial-derivatives.tsx";
import { PowerRule } from "./power-rule.tsx";
import { ProductRule } from "./product-rule.tsx";
import { Regression } from "./regression.tsx";
import { SecondDerivatives } from "./second-derivatives.tsx";
import { SeveralPaths } from "./several-paths.tsx";

export const calculus: Bodies<"calculus"> = {
  "difference-quotient": DifferenceQuotient,
  "power-rule": PowerRule,
  "exp-log": ExpLog,
  "product-rule": ProductRule,
  "chain-rule": ChainRule,
  "partial-derivatives": PartialDerivatives,
  "loss-gradients": LossGradients,
  gradient: Gradient,
  minima: Minima,
  "gradient-descent": GradientDescent,
  "learning-rate": LearningRate,
  regression: Regression,
  "several-paths": SeveralPaths,
  "second-derivatives": SecondDerivatives,
};

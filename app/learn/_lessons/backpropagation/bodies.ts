import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { AnyDepth } from "./any-depth.tsx";
import { Checking } from "./checking.tsx";
import { Clipping } from "./clipping.tsx";
import { ComputationGraph } from "./computation-graph.tsx";
import { GradientFlow } from "./gradient-flow.tsx";
import { MiniBatch } from "./mini-batch.tsx";
import { Neuron } from "./neuron.tsx";
import { OneWeight } from "./one-weight.tsx";
import { ReluBackward } from "./relu-backward.tsx";
import { SoftmaxCrossEntropy } from "./softmax-cross-entropy.tsx";
import { TwoLayers } from "./two-layers.tsx";

export const backpropagation: Bodies<"backpropagation"> = {
  "computation-graph": ComputationGraph,
  "one-weight": OneWeight,
  neuron: Neuron,
  "two-layers": TwoLayers,
  "any-depth": AnyDepth,
  "relu-backward": ReluBackward,
  "softmax-cross-entropy": SoftmaxCrossEntropy,
  "mini-batch": MiniBatch,
  "gradient-flow": GradientFlow,
  clipping: Clipping,
  checking: Checking,
};

import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { Choosing } from "./choosing.tsx";
import { Relu } from "./relu.tsx";
import { Sigmoid } from "./sigmoid.tsx";
import { Softmax } from "./softmax.tsx";
import { SoftmaxProperties } from "./softmax-properties.tsx";
import { Tanh } from "./tanh.tsx";
import { Why } from "./why.tsx";

export const activations: Bodies<"activations"> = {
  why: Why,
  sigmoid: Sigmoid,
  tanh: Tanh,
  relu: Relu,
  softmax: Softmax,
  "softmax-properties": SoftmaxProperties,
  choosing: Choosing,
};

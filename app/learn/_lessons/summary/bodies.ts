import type { Bodies } from "#app/learn/_lessons/bodies.ts";
import { OneStep } from "./one-step.tsx";

export const summary: Bodies<"summary"> = { "one-step": OneStep };

import { findVersion } from "./registry.ts";

/** Whether the code that an item was drawn with is still here, and takes its parameters. */
export function canGive({ exerciseId, version, params }: { exerciseId: string; version: number; params: unknown }) {
  return findVersion(exerciseId, version)?.schema.safeParse(params).success ?? false;
}

import { readFile } from "node:fs/promises";
import { cache } from "react";

/** The id of the build that is served; undefined in development, where there is none. */
export const buildId = cache(async (): Promise<string | undefined> => {
  if (process.env.NODE_ENV !== "production") return undefined;
  return await readFile(/* turbopackIgnore: true */ ".next/BUILD_ID", "utf8").catch(() => undefined);
});

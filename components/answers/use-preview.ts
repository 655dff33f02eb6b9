"use client";

import { useEffect, useState } from "react";
import { useMarks } from "#components/math/use-marks.ts";
import type { KindSpec } from "#lib/exercise/kinds.ts";
import type { NotRead, Preview } from "./preview.ts";

/** How long somebody must pause before they are told that what they typed so far cannot be read. */
const patience = 700;
const debounce = 120;

/** The live reading of `raw`: at once where it reads, after a pause where it does not. Undefined for a blank. */
export function usePreview(raw: string, spec: KindSpec, told: NotRead | undefined): Preview | undefined {
  const [preview, setPreview] = useState<Preview>();
  const marks = useMarks();
  useEffect(() => {
    if (raw.trim() === "" && !told) return setPreview(undefined);
    let stale = false;
    const timers = [setTimeout(show, told ? 0 : debounce)];
    async function show() {
      // Without a connection there is no reading, until the next key tries again.
      const reader = await import("./preview.ts").catch(() => undefined);
      if (stale || !reader) return;
      const next = told
        ? reader.shownProblem(reader.quotedProblem(raw, spec) ?? told, marks)
        : reader.preview(raw, spec, marks);
      const wait = next.outcome === "unreadable" && !told ? patience : 0;
      timers.push(setTimeout(() => setPreview(next), wait));
    }
    return () => {
      stale = true;
      for (const timer of timers) clearTimeout(timer);
    };
  }, [raw, spec, told, marks]);
  return preview;
}

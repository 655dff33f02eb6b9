"use client";

import { useEffect, useMemo } from "react";

interface Watch {
  /** Whole seconds the page was seen since it opened, or since the last call. */
  take(): number;
}

/** A longer look without a break is somebody who went away and left the page open. */
const longestLook = 30 * 60 * 1000;

/** How long a variant is looked at; time in another tab does not count. */
export function useSeconds(variantId: string): Watch {
  const watch = useMemo(() => {
    let seen = 0;
    let since: number | undefined;
    const resume = () => {
      since ??= performance.now();
    };
    const pause = () => {
      if (since !== undefined) seen += Math.min(performance.now() - since, longestLook);
      since = undefined;
    };
    const take = () => {
      pause();
      const seconds = Math.round(seen / 1000);
      seen = 0;
      resume();
      return seconds;
    };
    return { variantId, resume, pause, take };
  }, [variantId]);

  useEffect(() => {
    const changed = () => (document.visibilityState === "hidden" ? watch.pause() : watch.resume());
    changed();
    document.addEventListener("visibilitychange", changed);
    return () => document.removeEventListener("visibilitychange", changed);
  }, [watch]);
  return watch;
}

"use client";

import { useEffect, useMemo } from "react";

const pause = 900;

interface Draft {
  /** Something was typed: keep it soon. */
  touch(): void;
  /** A submission takes it over. */
  drop(): void;
}

/**
 * Keeps what is typed with the server, a moment after the last key and when the page is left. Failing is silent: the
 * next key tries again, and a submission carries the text itself.
 */
export function useDraft(variantId: string, read: () => Record<string, string> | undefined): Draft {
  const keeper = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const drop = () => {
      clearTimeout(timer);
      timer = undefined;
    };
    const save = () => {
      const raw = timer === undefined ? undefined : read();
      drop();
      if (!raw) return;
      const headers = { "content-type": "application/json" };
      const request = { method: "PUT", headers, body: JSON.stringify({ raw }), keepalive: true };
      void fetch(`/api/variants/${variantId}/draft`, request).catch(() => undefined);
    };
    const touch = () => {
      clearTimeout(timer);
      timer = setTimeout(save, pause);
    };
    return { touch, drop, save };
  }, [variantId, read]);

  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && keeper.save();
    addEventListener("pagehide", keeper.save);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      keeper.save();
      removeEventListener("pagehide", keeper.save);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [keeper]);
  return keeper;
}

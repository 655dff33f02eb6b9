"use client";

import { useEffect, useMemo, useRef, useState } from "react";
import { addKeeper, tellClosed } from "./keep-typed.ts";
import { find, forget, keep, type Raw } from "./kept.ts";
import { waitAfter } from "./send.ts";

const pause = 900;

/** What became of the last text that was to be kept with the server. */
export type DraftStatus =
  | { is: "kept" }
  /** Not acknowledged; tried again by itself. Whether this browser has it, too, and outlives the page. */
  | { is: "unsent"; why: string; inBrowser: boolean }
  /** This browser has a text that was never sent, and the server has got another since. */
  | { is: "overtaken"; raw: Raw };

interface Draft {
  status: DraftStatus;
  /** Something was typed: keep it soon. */
  touch(): void;
  /** A submission takes it over. */
  drop(): void;
  /** Puts what was overtaken back into the fields. */
  putBack(): void;
}

interface Fields {
  read(): Raw | undefined;
  write(raw: Raw): void;
}

/**
 * Keeps what is typed: at once in this browser, and a moment after the last key, and when the page is left, with the
 * server; then the browser forgets it. What it still has when the page is opened was never acknowledged: it is put back
 * and sent. `initial` is what the server had when the page was made.
 */
export function useDraft(variantId: string, initial: Raw, { read, write }: Fields): Draft {
  const [status, setStatus] = useState<DraftStatus>({ is: "kept" });
  const known = useRef(initial);
  const fields = useRef(write);

  const keeper = useMemo(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let going = Promise.resolve();
    let failures = 0;
    let inBrowser = false;
    const wait = (milliseconds: number) => {
      clearTimeout(timer);
      timer = setTimeout(save, milliseconds);
    };
    const drop = () => {
      clearTimeout(timer);
      timer = undefined;
      forget("draft", variantId);
      setStatus({ is: "kept" });
    };
    function save(): Promise<void> {
      const raw = timer === undefined ? undefined : read();
      clearTimeout(timer);
      timer = undefined;
      if (raw) going = send(raw);
      return going;
    }
    async function send(raw: Raw): Promise<void> {
      const failure = await put(variantId, raw);
      const isLatest = timer === undefined;
      if (failure === undefined) {
        failures = 0;
        known.current = raw;
        if (!isLatest) return;
        forget("draft", variantId);
        return setStatus({ is: "kept" });
      }
      setStatus({ is: "unsent", why: failure, inBrowser });
      if (isLatest) wait(1000 * waitAfter(failures++));
    }
    const touch = () => {
      const raw = read();
      if (raw) inBrowser = keep("draft", variantId, { raw, base: known.current });
      setStatus((now) => (now.is === "overtaken" ? { is: "kept" } : now));
      wait(pause);
    };
    const again = () => {
      if (timer !== undefined) void save();
    };
    return { touch, drop, save, again };
  }, [variantId, read]);

  useEffect(() => {
    const left = find("draft", variantId);
    if (!left) return;
    if (isSame(left.raw, known.current)) forget("draft", variantId);
    else if (isSame(left.base ?? {}, known.current)) fields.current(left.raw);
    else setStatus({ is: "overtaken", raw: left.raw });
  }, [variantId]);

  useEffect(() => {
    const hidden = () => document.visibilityState === "hidden" && void keeper.save();
    const remove = addKeeper(keeper.save);
    addEventListener("pagehide", keeper.save);
    addEventListener("online", keeper.again);
    document.addEventListener("visibilitychange", hidden);
    return () => {
      remove();
      void keeper.save();
      removeEventListener("pagehide", keeper.save);
      removeEventListener("online", keeper.again);
      document.removeEventListener("visibilitychange", hidden);
    };
  }, [keeper]);

  return {
    status,
    touch: keeper.touch,
    drop: keeper.drop,
    putBack: () => status.is === "overtaken" && fields.current(status.raw),
  };
}

/** Why the server does not have it; undefined where it has, or will never take it. */
async function put(variantId: string, raw: Raw): Promise<string | undefined> {
  const headers = { "content-type": "application/json" };
  const signal = AbortSignal.timeout(20_000);
  const request = { method: "PUT", headers, body: JSON.stringify({ raw }), keepalive: true, signal };
  const response = await fetch(`/api/variants/${variantId}/draft`, request).catch(() => undefined);
  if (!response) return "no connection";
  if (response.status === 409) tellClosed();
  if (response.status === 429) return "that was fast";
  return response.status >= 500 ? "the server is in trouble" : undefined;
}

/** Whether two texts are the same; a part that is missing is blank. */
function isSame(a: Raw, b: Raw): boolean {
  return [...Object.keys(a), ...Object.keys(b)].every((step) => (a[step] ?? "") === (b[step] ?? ""));
}

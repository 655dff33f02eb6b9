"use client";

import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { isHere } from "#app/_components/workspace/here.ts";
import { all, type Kept, onKept, settle } from "#app/_components/workspace/kept.ts";
import { type Sent, send, waitAfter } from "#app/_components/workspace/send.ts";

export interface Arrived {
  variantId: string;
  kept: Kept;
  outcome: Exclude<Sent["outcome"], "unsent" | "gone">;
}

interface Waiting {
  waiting: readonly [variantId: string, Kept][];
  /** What became of those that went out from this page. */
  arrived: readonly Arrived[];
  dismiss(): void;
}

/**
 * The submissions of `owner` that wait in this browser and have no form on this page to send them. They go out from
 * here, one after the other, and again after a while where they cannot.
 */
export function useWaiting(owner: string | undefined): Waiting {
  const listed = useSyncExternalStore(onKept, list, () => "[]");
  const [arrived, setArrived] = useState<readonly Arrived[]>([]);
  const failures = useRef(0);
  const isBusy = useRef(false);

  useEffect(() => settle(owner), [owner]);

  /** Sends them all; false where one could not be. */
  const sendAll = useCallback(async (): Promise<boolean> => {
    for (const [variantId, kept] of waitingNow()) {
      if (kept.key === undefined) continue;
      const sent = await send(variantId, { key: kept.key, raw: kept.raw, seconds: kept.seconds, isKept: true });
      if (sent.outcome === "unsent") return false;
      if (sent.outcome === "gone") continue;
      const { outcome } = sent;
      setArrived((before) => [...before.filter((one) => one.variantId !== variantId), { variantId, kept, outcome }]);
    }
    return true;
  }, []);

  useEffect(() => {
    if (owner === undefined || listed === "[]") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasEnded = false;
    const go = async () => {
      clearTimeout(timer);
      if (isBusy.current) return;
      isBusy.current = true;
      const isDone = await sendAll();
      isBusy.current = false;
      failures.current = isDone ? 0 : failures.current + 1;
      if (!isDone && !hasEnded) timer = setTimeout(go, 1000 * waitAfter(failures.current - 1));
    };
    // The form of a page that is just being shown tells that it is here first.
    timer = setTimeout(go, 500);
    addEventListener("online", go);
    return () => {
      hasEnded = true;
      clearTimeout(timer);
      removeEventListener("online", go);
    };
  }, [owner, listed, sendAll]);

  return { waiting: listed === "[]" ? [] : waitingNow(), arrived, dismiss: () => setArrived([]) };
}

const waitingNow = () => all("pending").filter(([variantId]) => !isHere(variantId));

/** Their keys as a text, which is the same as long as they are. */
const list = () => JSON.stringify(waitingNow().map(([, { key }]) => key));

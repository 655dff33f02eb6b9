"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState, useTransition } from "react";
import { v4 as newKey } from "uuid";
import type { NotRead } from "#components/answers/preview.ts";
import type { SubmitOutcome } from "#lib/course/submit.ts";
import { focusOnArrival, verdictId } from "./arrival.ts";
import { standsHere } from "./here.ts";
import { find, forget, keep } from "./kept.ts";
import { type Pending, send, waitAfter } from "./send.ts";
import { useSeconds } from "./use-seconds.ts";

export type Status =
  | { is: "typing" }
  | { is: "sending" }
  /** Not acknowledged; tried again by itself after `seconds`, and when the network is back. */
  | { is: "unsent"; message: string; seconds: number }
  | { is: "refused"; message: string }
  | { is: "unreadable"; problems: Readonly<Record<string, NotRead>> };

interface Submission {
  status: Status;
  /** Sends a new answer. */
  submit(raw: Record<string, string>): void;
  /** Sends the waiting one again, now. */
  retry(): void;
  /** Something was typed: what was said about the last answer no longer holds. */
  edited(): void;
  /** Gives the waiting one up, to change it. */
  recall(): void;
}

/** The life of an answer in the browser. `restore` puts back what an earlier page left unsent. */
export function useSubmission(variantId: string, restore: (raw: Record<string, string>) => void): Submission {
  const router = useRouter();
  const [status, setStatus] = useState<Status>({ is: "typing" });
  const [isRefreshing, startRefresh] = useTransition();
  const pending = useRef<Pending>(undefined);
  const inFlight = useRef(false);
  const failures = useRef(0);
  const restoring = useRef(restore);
  const watch = useSeconds(variantId);

  const attempt = useCallback(async () => {
    const going = pending.current;
    if (!going || inFlight.current) return;
    inFlight.current = true;
    setStatus({ is: "sending" });
    const sent = await send(variantId, going);
    inFlight.current = false;
    if (sent.outcome === "unsent") {
      const seconds = sent.retryAfter ?? waitAfter(failures.current++);
      return setStatus({ is: "unsent", message: sent.message, seconds });
    }
    failures.current = 0;
    pending.current = undefined;
    switch (sent.outcome) {
      case "unreadable":
        return setStatus({ is: "unreadable", problems: problemsOf(sent.parts) });
      case "refused":
        return setStatus({ is: "refused", message: sent.message });
      case "conflict":
        return setStatus({ is: "refused", message: "This was sent before with another text. Check it again, please." });
      case "judged":
        focusOnArrival(verdictId(sent.submission.id));
    }
    // The page itself comes anew: with the verdict, or closed meanwhile in another tab.
    setStatus({ is: "typing" });
    startRefresh(() => router.refresh());
  }, [variantId, router]);

  useEffect(() => {
    const left = find("pending", variantId);
    const leave = standsHere(variantId);
    if (left?.key === undefined) return leave;
    pending.current = { key: left.key, raw: left.raw, seconds: left.seconds, isKept: true };
    restoring.current(left.raw);
    void attempt();
    return leave;
  }, [variantId, attempt]);

  useEffect(() => {
    if (status.is !== "unsent") return;
    const timer = setTimeout(attempt, status.seconds * 1000);
    addEventListener("online", attempt);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", attempt);
    };
  }, [status, attempt]);

  return {
    status: isRefreshing && status.is === "typing" ? { is: "sending" } : status,
    submit(raw) {
      if (inFlight.current || pending.current) return;
      const going = { key: newKey(), raw, seconds: watch.take() };
      pending.current = { ...going, isKept: keep("pending", variantId, going) };
      void attempt();
    },
    retry: () => void attempt(),
    edited: () => setStatus((now) => (now.is === "unreadable" || now.is === "refused" ? { is: "typing" } : now)),
    recall() {
      pending.current = undefined;
      forget("pending", variantId);
      setStatus({ is: "typing" });
    },
  };
}

/** What the server could not read, as the fields show it. */
function problemsOf(parts: Extract<SubmitOutcome, { outcome: "unreadable" }>["parts"]): Record<string, NotRead> {
  return Object.fromEntries(
    parts.map(({ step, message, at, suggestion, readings }): [string, NotRead] => [
      step,
      readings.length > 0
        ? { outcome: "ambiguous", message, at, readings }
        : { outcome: "unreadable", message, at, suggestion },
    ]),
  );
}

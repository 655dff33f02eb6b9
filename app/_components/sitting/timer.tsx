"use client";

import { Clock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useEffectEvent, useSyncExternalStore } from "react";
import { focusOnArrival } from "#app/_components/workspace/arrival.ts";
import { keepTyped } from "#app/_components/workspace/keep-typed.ts";
import { hideTimer, isTimerHidden, onTimerHidden } from "./hidden-timer.ts";
import { leftAt, leftNow, onSecond } from "./server-time.ts";

interface TimerProps {
  endsAt: string;
  /** The server's time when it made this page. */
  now: string;
  address: string;
}

/** What is typed in the last moment is kept just before the end, which the server's clock decides. */
const lastCall = 1500;
/** How often one asks again where the server's clock says there is time left. */
const patience = 4000;

/** How much time is left. It can be hidden, speaks up twice, and leads to the review when the time is up. */
export function Timer({ endsAt, now, address }: TimerProps) {
  const router = useRouter();
  const [end, told] = [Date.parse(endsAt), Date.parse(now)];
  const left = useSyncExternalStore(
    onSecond,
    () => leftNow(end, told),
    () => leftAt(end, told),
  );
  const hidden = useSyncExternalStore(onTimerHidden, isTimerHidden, () => false);
  const isOver = left === 0;

  const showReview = useEffectEvent(() => {
    focusOnArrival("score");
    router.replace(address);
    router.refresh();
  });

  useEffect(() => {
    const timer = setTimeout(() => void keepTyped(), Math.max(0, 1000 * leftNow(end, told) - lastCall));
    return () => clearTimeout(timer);
  }, [end, told]);
  useEffect(() => {
    if (!isOver) return;
    showReview();
    const timer = setInterval(showReview, patience);
    return () => clearInterval(timer);
  }, [isOver]);

  const near = left <= 60 ? "One minute left." : left <= 300 ? "Five minutes left." : "";
  return (
    <div className="screen-only flex min-h-8 items-center gap-3 font-sans text-control">
      <span
        role="timer"
        aria-label="Time left"
        className={`inline-flex min-w-20 items-center gap-1.5 font-medium tabular-nums lining-nums ${left <= 300 ? "text-hold" : "text-ink"}`}
      >
        <Clock aria-hidden="true" size={16} />
        {hidden && !isOver ? "hidden" : shown(left)}
      </span>
      <button
        type="button"
        onClick={() => hideTimer(!hidden)}
        className="min-h-10 min-w-24 text-left text-note text-muted underline underline-offset-4 hover:text-ink"
      >
        {hidden ? "Show the time" : "Hide the time"}
      </button>
      <span role="status" className="sr-only">
        {isOver ? "Time is up. What you typed is being handed in." : near}
      </span>
    </div>
  );
}

/** "1:05:09", "19:59" */
function shown(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, "0");
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

"use client";

import { useSyncExternalStore } from "react";
import { useDisplay } from "#display";

const never = () => () => {};

const shown = (iso: string, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    ...(timeZone && { timeZone }),
  }).format(Date.parse(iso));

/** A time in the zone that whoever reads it has chosen; else in their browser’s, and in UTC until it says which. */
export function LocalTime({ iso }: { iso: string }) {
  const { timeZone } = useDisplay();
  const text = useSyncExternalStore(
    never,
    () => shown(iso, timeZone ?? undefined),
    () => (timeZone === null ? `${shown(iso, "UTC")} UTC` : shown(iso, timeZone)),
  );
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {text}
    </time>
  );
}

"use client";

import { useSyncExternalStore } from "react";

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

/** A time in the zone of whoever reads it; in UTC until their browser says which. */
export function LocalTime({ iso }: { iso: string }) {
  const text = useSyncExternalStore(
    never,
    () => shown(iso),
    () => `${shown(iso, "UTC")} UTC`,
  );
  return (
    <time dateTime={iso} className="whitespace-nowrap">
      {text}
    </time>
  );
}

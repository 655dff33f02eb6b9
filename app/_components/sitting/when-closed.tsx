"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { focusOnArrival } from "#app/_components/workspace/arrival.ts";
import { whenClosed } from "#app/_components/workspace/keep-typed.ts";

/** Shows the review where the server takes nothing more: the quiz was handed in from another tab. */
export function WhenClosed() {
  const router = useRouter();
  useEffect(
    () =>
      whenClosed(() => {
        focusOnArrival("score");
        router.refresh();
      }),
    [router],
  );
  return null;
}

"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

interface Reveal {
  busy: boolean;
  /** Why it did not work. */
  failure: string | undefined;
  show(kind: "hint" | "solution", index: number): void;
}

/** Asks the server to show a hint or the solution; then the page comes anew, with it. */
export function useReveal(variantId: string): Reveal {
  const router = useRouter();
  const [busy, start] = useTransition();
  const [failure, setFailure] = useState<string>();
  return {
    busy,
    failure,
    show(kind, index) {
      start(async () => {
        const problem = await ask(`/api/variants/${variantId}/reveals`, { kind, index });
        setFailure(problem);
        if (problem === undefined) start(() => router.refresh());
      });
    },
  };
}

async function ask(address: string, body: unknown): Promise<string | undefined> {
  const headers = { "content-type": "application/json" };
  try {
    const response = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    if (response.ok) return undefined;
    const { message }: { message?: string } = await response.json();
    return message ?? "That did not work. Try again in a moment.";
  } catch {
    return "The server cannot be reached. Try again in a moment.";
  }
}

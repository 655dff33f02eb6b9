"use client";

import { X } from "lucide-react";
import Link from "next/link";
import type { Kept } from "#app/_components/workspace/kept.ts";
import { type Arrived, useWaiting } from "./use-waiting.ts";

/** At the foot of any page: answers that were checked without a connection, and what became of them when it was back. */
export function WaitingAnswers({ owner }: { owner: string | undefined }) {
  const { waiting, arrived, dismiss } = useWaiting(owner);
  const isShown = waiting.length > 0 || arrived.length > 0;
  return (
    <div role="status" className="screen-only pointer-events-none fixed inset-x-0 bottom-0 z-10 p-4 md:p-6">
      {isShown && (
        <div className="pointer-events-auto relative max-h-[40dvh] max-w-md overflow-y-auto rounded border border-edge bg-raised px-4 py-3 font-sans text-note text-ink shadow-lg">
          {waiting.length > 0 && (
            <>
              <p className="font-semibold text-hold">
                {waiting.length === 1 ? "1 answer is" : `${waiting.length} answers are`} waiting to be sent
              </p>
              <Links items={waiting.map(([variantId, kept]) => ({ variantId, kept, says: "" }))} onFollow={() => {}} />
              <p className="mt-1 text-muted">Kept in this browser. It goes out by itself as soon as it can.</p>
            </>
          )}
          {arrived.length > 0 && (
            <div className={waiting.length > 0 ? "mt-3" : "pr-10"}>
              <p className="font-semibold">
                {arrived.length === 1 ? "Your answer was sent" : "Your answers were sent"}
              </p>
              <Links items={arrived.map((one) => ({ ...one, says: said[one.outcome] }))} onFollow={dismiss} />
            </div>
          )}
          {arrived.length > 0 && (
            <button
              type="button"
              aria-label="Close this note"
              onClick={dismiss}
              className="absolute top-1 right-1 grid size-10 place-items-center rounded text-muted hover:text-ink"
            >
              <X aria-hidden="true" size={18} />
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const said: Readonly<Record<Arrived["outcome"], string>> = {
  judged: "is judged",
  kept: "is kept, and is judged when all of it is handed in",
  unreadable: "could not be read; no try was used",
  conflict: "was sent before with another text",
  closed: "was closed meanwhile, so this was not judged",
  refused: "was not taken",
};

interface LinksProps {
  items: readonly { variantId: string; kept: Kept; says: string }[];
  onFollow(): void;
}

function Links({ items, onFollow }: LinksProps) {
  return (
    <ul>
      {items.map(({ variantId, kept, says }) => (
        <li key={variantId}>
          <Link href={kept.page} prefetch={false} onClick={onFollow} className="link inline-block min-h-10 py-2">
            {kept.title}
          </Link>
          {says && <span className="text-muted"> {says}</span>}
        </li>
      ))}
    </ul>
  );
}

import type { ReactNode } from "react";
import type { WorkingPractice } from "#lib/course/practice.ts";
import { NewVariant } from "./new-variant.tsx";
import type { Place } from "./place.ts";
import { ReopenVariant } from "./reopen-variant.tsx";

interface WhatNextProps {
  place: Place;
  practice: WorkingPractice;
  /** Inside an attempt. */
  next: ReactNode;
}

/** After a variant that can earn no more, or is closed: what comes next. In a lesson nothing is taken up again. */
export function WhatNext({ place, practice: { variantId, latest, state, right, solution }, next }: WhatNextProps) {
  return (
    <div className="screen-only mt-8 flex flex-wrap items-center gap-x-6 gap-y-3">
      {next ?? (
        <>
          <NewVariant place={place} after={latest} look="primary">
            {right ? "Another one like this" : "Take a new variant"}
          </NewVariant>
          {state === "done" && place.check === undefined && (
            <ReopenVariant place={place} variantId={variantId}>
              {solution ? "Do it again, for practice" : "Take it up again"}
            </ReopenVariant>
          )}
        </>
      )}
    </div>
  );
}

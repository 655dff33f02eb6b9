import { v4 as newKey } from "uuid";
import { clearScore } from "#app/_actions/clear-score.ts";
import { commentOnWork } from "#app/_actions/comment-on-work.ts";
import { setScore } from "#app/_actions/set-score.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { TextField } from "#app/_components/form/text-field.tsx";
import type { Said } from "#lib/course/review/work.ts";
import { Fold } from "./fold.tsx";

interface ScoreFormsProps {
  place: { assignment: string; enrollment: string };
  /** Null for the whole. */
  position: number | null;
  /** What was said and set there, the earliest first. */
  set: readonly Said[];
  /** "the whole", "item 2" */
  what: string;
  /** Whether a score here needs no answer; where there are answers, each has a form of its own. */
  scores: boolean;
}

/** Sets a score that hangs on no answer, takes it back, and says something. */
export function ScoreForms({ place, position, set, what, scores }: ScoreFormsProps) {
  const at = String(position ?? "");
  const isSet = set.findLast(({ kind }) => kind !== "comment")?.kind === "score";
  // Once something was said the next form is another.
  const [key, other] = [newKey(), newKey()];
  const hidden = (of: string) => ({ ...place, position: at, key: of });
  return (
    <div className="mt-4 flex flex-wrap items-start gap-x-8">
      <Fold title={`Comment on ${what}`}>
        <InPlaceForm name={`Comment on ${what}`} action={commentOnWork} submit="Say it">
          <Hidden fields={hidden(key)} />
          <TextField id={`says-${at}`} name="says" label="Comment" note="The student reads it" rows={3} />
        </InPlaceForm>
      </Fold>
      {scores && (
        <Fold title={`Set the score of ${what}`}>
          <InPlaceForm name={`Score of ${what}`} action={setScore} submit="Set the score">
            <Hidden fields={hidden(other)} />
            <FormField
              id={`whole-score-${at}`}
              name="score"
              label="Score"
              note={
                position === null ? "% of all points, whatever the items have" : "% of the item, whatever was answered"
              }
              autoComplete="off"
            />
            <TextField id={`whole-reason-${at}`} name="reason" label="Reason" note="The student reads it" rows={2} />
          </InPlaceForm>
        </Fold>
      )}
      {isSet && (
        <ActionButton action={clearScore} fields={hidden(newKey())} look="quiet">
          Take the score of {what} back
        </ActionButton>
      )}
    </div>
  );
}

const Hidden = ({ fields }: { fields: Readonly<Record<string, string>> }) => (
  <>
    {Object.entries(fields).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
  </>
);

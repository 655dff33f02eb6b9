import { FormField } from "#app/_components/form/form-field.tsx";
import type { AssignmentView } from "#lib/course/assignment/read.ts";
import { whole } from "#lib/course/regrade/form.ts";
import { NeverLower } from "./change-item.tsx";
import { QueryForm } from "./query-form.tsx";

interface ChangeWholeProps {
  here: string;
  assignment: Pick<AssignmentView, "id" | "parts" | "config">;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
}

/** What holds for all items: what a carried value earns, and the points of the parts. */
export function ChangeWhole({ here, assignment: { id, parts, config }, errors, values }: ChangeWholeProps) {
  return (
    <QueryForm name="What to change" action={here} submit="Show what would change" errors={errors} values={values}>
      <input type="hidden" name="assignment" value={id} />
      <input type="hidden" name="item" value={whole} />
      <input type="hidden" name="run" value="yes" />
      <FormField
        name="carried"
        label="A part right from a wrong earlier value earns"
        note="%"
        autoComplete="off"
        stored={String(Math.round(config.carried * 1000) / 10)}
      />
      <fieldset className="space-y-4 border-t border-rule pt-4">
        <legend className="float-left mb-3 w-full">Points for each item that a student gets of a part</legend>
        <div className="clear-both grid gap-4 sm:grid-cols-2">
          {parts.map(({ id: part, points, items }, i) => (
            <FormField
              key={part}
              name={`points-${part}`}
              label={`Part ${i + 1}`}
              note={items.length === 1 ? (items[0]?.title ?? "") : `A pool of ${items.length}`}
              autoComplete="off"
              stored={String(points)}
            />
          ))}
        </div>
      </fieldset>
      <NeverLower />
    </QueryForm>
  );
}

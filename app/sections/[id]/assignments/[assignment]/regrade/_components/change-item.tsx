import { checkItemTerms } from "#app/_actions/check-item-terms.ts";
import { Select } from "#app/_components/form/select.tsx";
import { TickField } from "#app/_components/form/tick-field.tsx";
import { LiveReaches } from "#app/sections/[id]/assignments/[assignment]/edit/_components/live-reaches.tsx";
import { PartFields } from "#app/sections/[id]/assignments/[assignment]/edit/_components/part-fields.tsx";
import type { RegradableItem } from "#lib/course/regrade/choose.ts";
import { QueryForm } from "./query-form.tsx";

interface ChangeItemProps {
  here: string;
  assignment: string;
  item: string;
  regradable: RegradableItem;
  errors: Readonly<Record<string, string>>;
  values: Readonly<Record<string, string>>;
}

/** By what the answers to one item are to be judged. */
export function ChangeItem({ here, assignment, item, regradable, errors, values }: ChangeItemProps) {
  const { terms, version, versions } = regradable;
  return (
    <QueryForm name="What to change" action={here} submit="Show what would change" errors={errors} values={values}>
      <input type="hidden" name="assignment" value={assignment} />
      <input type="hidden" name="item" value={item} />
      <input type="hidden" name="run" value="yes" />
      <LiveReaches check={checkItemTerms} stored={terms.reaches}>
        {terms.parts.map((part) => (
          <PartFields key={part.step} part={part} alone={terms.parts.length === 1} />
        ))}
      </LiveReaches>
      {versions.length > 1 ? (
        <Select
          name="version"
          label="Version of the exercise"
          note="Those that ask for the same parts and take the same numbers."
          stored={String(version)}
          options={versions.map((one) => ({
            value: String(one),
            label: one === version ? `${one}, as it is judged now` : String(one),
          }))}
        />
      ) : (
        <p className="font-sans text-note text-muted">
          There is one version of this exercise that fits, version {version}, so there is none to change to.
        </p>
      )}
      <NeverLower />
    </QueryForm>
  );
}

/** Whether scores can only rise. */
export function NeverLower() {
  return <TickField name="keep" label="Never lower" note="An answer that would earn less keeps what it has." stored />;
}

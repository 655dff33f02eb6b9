import { FormField } from "#app/_components/form/form-field.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { Tex } from "#components/math/tex.tsx";
import type { PartTerms } from "#lib/course/assignment/item-terms.ts";

/** The tolerance and the weight of one asked part. */
export function PartFields({
  part: { step, label, words, own, rule, weight },
  alone,
}: {
  part: PartTerms;
  alone: boolean;
}) {
  return (
    <fieldset className="border-t border-rule pt-4">
      <legend className="float-left mb-3 w-full">
        {words} <Tex>{label}</Tex>
      </legend>
      <div className="clear-both grid gap-4 sm:grid-cols-[minmax(0,1fr)_7rem_5rem]">
        {rule ? (
          <>
            <Select
              name={`rule-${step}`}
              label="Is right"
              note={`The exercise says: ${own}.`}
              stored={rule.kind}
              options={[
                { value: "own", label: "As the exercise says" },
                { value: "digits", label: "To so many significant digits" },
                { value: "decimals", label: "To so many decimals" },
                { value: "abs", label: "At most so far off" },
                { value: "percent", label: "At most so many percent off" },
                { value: "exact", label: "Exactly" },
              ]}
            />
            <FormField name={`size-${step}`} label="Amount" autoComplete="off" stored={rule.size} />
          </>
        ) : (
          <p className="font-sans text-note text-muted sm:col-span-2">Compared as it is: {own}.</p>
        )}
        {!alone && <FormField name={`weight-${step}`} label="Weight" autoComplete="off" stored={String(weight)} />}
      </div>
    </fieldset>
  );
}

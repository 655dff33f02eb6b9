import type { Metadata } from "next";
import { changeGrading } from "#app/_actions/change-grading.ts";
import { Choice } from "#app/_components/form/choice.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Select } from "#app/_components/form/select.tsx";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { readGrading } from "#lib/course/gradebook/grading.ts";
import { categoryRows, presetOf } from "#lib/course/gradebook/grading-form.ts";
import { letterPresets } from "#lib/course/gradebook/letters.ts";
import { allCategories } from "#lib/course/gradebook/scheme.ts";

export const metadata: Metadata = { title: "How final grades come about" };

/** Categories, weights, what is dropped, letters and rounding. */
export default async function GradingPage(props: SectionParams) {
  const { actor, section } = await sectionAt(props, "change the grading");
  const { scheme, assignments } = await readGrading(actor, section.id);
  const { categories, others, letters } = scheme;
  const preset = presetOf(letters);
  const shownRows = Math.min(categoryRows, categories.length + 2);
  const options = allCategories(scheme).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SectionHead section={section} page="Final grades" under="Gradebook" />
      <p className="mb-8 max-w-measure">
        Within a category points are summed. Over the categories the final grade is the mean by weight; weights need not
        add up to 100.
      </p>
      <div className="max-w-[44rem]">
        <InPlaceForm name="Final grades" action={changeGrading} submit="Save how grades come about">
          <input type="hidden" name="section" value={section.id} />
          <fieldset>
            <legend className="text-h3">Categories</legend>
            <p className="mt-1 mb-4 font-sans text-note text-muted">
              A row without a name is left out. To take a category away, empty its name: its assignments then have none.
            </p>
            {Array.from({ length: shownRows }, (_, i) => {
              const category = categories[i];
              return (
                <div key={category?.id ?? `new ${i}`} className="mb-5 grid gap-4 sm:grid-cols-[1fr_7rem_9rem]">
                  <input type="hidden" name={`id-${i + 1}`} value={category?.id ?? ""} />
                  <FormField
                    name={`name-${i + 1}`}
                    label={`Category ${i + 1}`}
                    autoComplete="off"
                    stored={category?.name ?? ""}
                  />
                  <FormField
                    name={`weight-${i + 1}`}
                    label="Weight"
                    autoComplete="off"
                    stored={category ? String(category.weight) : ""}
                  />
                  <FormField
                    name={`drop-${i + 1}`}
                    label="Drop the lowest"
                    autoComplete="off"
                    stored={category ? String(category.drop) : ""}
                  />
                </div>
              );
            })}
            <div className="grid gap-4 sm:grid-cols-[1fr_7rem_9rem]">
              <p className="self-center font-sans text-control font-medium">Assignments without a category</p>
              <FormField name="weight-0" label="Weight" autoComplete="off" stored={String(others.weight)} />
              <FormField name="drop-0" label="Drop the lowest" autoComplete="off" stored={String(others.drop)} />
            </div>
          </fieldset>
          {categories.length > 0 && assignments.length > 0 && (
            <fieldset>
              <legend className="text-h3">Which assignment is in which</legend>
              <div className="mt-3 space-y-4">
                {assignments.map(({ id, title, category }) => (
                  <Select key={id} name={`category-${id}`} label={title} stored={category} options={options} />
                ))}
              </div>
            </fieldset>
          )}
          <Choice
            name="missing"
            legend="What was not begun, once it is due"
            stored={scheme.missing}
            options={[
              { value: "zero", label: "Counts as 0" },
              { value: "left out", label: "Is left out" },
            ]}
          />
          <Select
            name="rounding"
            label="The final percentage"
            stored={scheme.rounding}
            options={[
              { value: "none", label: "Is not rounded" },
              { value: "one decimal", label: "Is rounded to one decimal, halves up" },
              { value: "whole", label: "Is rounded to whole percent, halves up" },
            ]}
          />
          <Choice
            name="show"
            legend="The final grade"
            stored={scheme.show}
            options={[
              { value: "percent", label: "A percentage" },
              { value: "letter", label: "A percentage and a letter" },
            ]}
          />
          <Select
            name="letters"
            label="Letters"
            stored={preset ?? ""}
            options={[
              ...(preset === undefined ? [{ value: "", label: "As they are now" }] : []),
              ...Object.entries(letterPresets).map(([value, { name }]) => ({ value, label: name })),
            ]}
          />
        </InPlaceForm>
      </div>
    </>
  );
}

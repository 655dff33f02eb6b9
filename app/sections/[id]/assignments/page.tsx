import type { Metadata } from "next";
import { v4 as newKey } from "uuid";
import { createAssignment } from "#app/_actions/create-assignment.ts";
import { Choice } from "#app/_components/form/choice.tsx";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Setting } from "#app/_components/form/setting.tsx";
import { SectionHead } from "#app/sections/[id]/_components/section-head.tsx";
import { type SectionParams, sectionAt } from "#app/sections/[id]/section-at.ts";
import { listAssignments } from "#lib/course/assignment/list.ts";
import { AssignmentList } from "./_components/assignment-list.tsx";

export const metadata: Metadata = { title: "Assignments" };

/** All assignments of a section; whoever teaches makes new ones here. */
export default async function AssignmentsPage(props: SectionParams) {
  const { actor, section } = await sectionAt(props);
  const assignments = await listAssignments(actor, section.id);
  const mayMake = section.may.includes("change assignments");
  return (
    <>
      <SectionHead section={section} page="Assignments" />
      {assignments.length === 0 ? (
        <p className="pb-8 text-muted">
          {mayMake ? "There are none yet. Make the first one below." : "There are none yet."}
        </p>
      ) : (
        <AssignmentList section={section.id} assignments={assignments} />
      )}
      {mayMake && (
        <Setting id="make" title="Make an assignment">
          <InPlaceForm name="Make an assignment" action={createAssignment} submit="Make a draft">
            <input type="hidden" name="section" value={section.id} />
            <input type="hidden" name="key" value={newKey()} />
            <FormField name="title" label="Title" note="Such as Sheet 3" autoComplete="off" />
            <Choice
              name="mode"
              legend="What it is"
              note="It sets the rules to begin with: homework is judged at once, a quiz after it is due, an exam on release. All of them can be changed."
              stored="homework"
              options={[
                { value: "homework", label: "Homework" },
                { value: "quiz", label: "Quiz" },
                { value: "exam", label: "Exam" },
              ]}
            />
          </InPlaceForm>
        </Setting>
      )}
    </>
  );
}

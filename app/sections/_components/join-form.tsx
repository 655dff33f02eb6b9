import { joinSection } from "#app/_actions/join-section.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";

/** The code of a section, as it was read out. */
export function JoinForm() {
  return (
    <InPlaceForm name="Join a section" action={joinSection} submit="Join">
      <FormField name="code" label="Code" note="Like k7mq-2vxd" autoComplete="off" />
    </InPlaceForm>
  );
}

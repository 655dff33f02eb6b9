import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { TextField } from "#app/_components/form/text-field.tsx";
import { TickField } from "#app/_components/form/tick-field.tsx";
import type { FormState } from "#lib/course/action.ts";

interface AnnounceFormProps {
  section: string;
  formKey: string;
  /** Whether it can go out by e-mail as well. */
  mails: boolean;
  action(state: FormState, form: FormData): Promise<FormState>;
}

export function AnnounceForm({ section, formKey, mails, action }: AnnounceFormProps) {
  return (
    <div className="mt-3 max-w-measure">
      {/* What was sent is said: the next form is another one. */}
      <InPlaceForm key={formKey} name="Announce something" action={action} submit="Announce it">
        <input type="hidden" name="section" value={section} />
        <input type="hidden" name="key" value={formKey} />
        <FormField name="title" label="Title" autoComplete="off" />
        <TextField name="body" label="Text" note="Plain text; an empty line begins a paragraph" rows={6} />
        {mails && (
          <TickField
            name="mail"
            label="Also by e-mail"
            note="To everybody in the section who wants announcements by mail; it goes out within minutes."
            stored={false}
          />
        )}
      </InPlaceForm>
    </div>
  );
}

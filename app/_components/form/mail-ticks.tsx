import type { MailWishes } from "#lib/course/mail/wishes.ts";
import { TickField } from "./tick-field.tsx";

/** Which mails somebody wants, as lines of a form. */
export function MailTicks({ mailDueSoon, mailResults, mailAnnouncements }: MailWishes) {
  return (
    <div className="space-y-1">
      <TickField name="mailDueSoon" label="When something is due within a day" stored={mailDueSoon} />
      <TickField name="mailResults" label="When results I waited for are out" stored={mailResults} />
      <TickField
        name="mailAnnouncements"
        label="When a section of mine announces something by e-mail"
        stored={mailAnnouncements}
      />
    </div>
  );
}

import { deleteAccount } from "#app/_actions/delete-account.ts";
import { FormField } from "#app/_components/form/form-field.tsx";
import { InPlaceForm } from "#app/_components/form/in-place-form.tsx";
import { Setting } from "#app/_components/form/setting.tsx";
import { SureTick } from "#app/_components/form/sure-tick.tsx";

/** The end of an account, or of a guest's work. */
export function Deletion({ isUser }: { isUser: boolean }) {
  return (
    <Setting id="deletion" title={isUser ? "Delete the account" : "Delete what you did"}>
      <p>
        {isUser
          ? "At once and for good: your name and e-mail address, your settings, every variant and answer with its receipt, drafts, drills, quiz attempts and what was estimated of your skills. You are signed out everywhere."
          : "At once and for good: what you chose here, every variant and answer with its receipt, drafts, drills, quiz attempts and what was estimated of your skills in this browser."}
      </p>
      <p className="text-note text-muted">
        Quizzes you made go too, unless somebody else has begun one: it stays for them, without your name. Nothing of
        this can be brought back; take your data along first.
      </p>
      {isUser ? (
        <InPlaceForm name="Delete the account" action={deleteAccount} submit="Delete my account" look="danger">
          {/* The form of the password has a field of this name too. */}
          <FormField
            id="deletion-password"
            name="password"
            label="Your password"
            type="password"
            autoComplete="current-password"
          />
        </InPlaceForm>
      ) : (
        <InPlaceForm name="Delete what you did" action={deleteAccount} submit="Delete what I did" look="danger">
          <SureTick>Yes, delete all I did in this browser.</SureTick>
        </InPlaceForm>
      )}
    </Setting>
  );
}

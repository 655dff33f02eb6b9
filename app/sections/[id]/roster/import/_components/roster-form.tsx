"use client";

import { startTransition, useActionState, useState } from "react";
import { importRoster } from "#app/_actions/import-roster.ts";
import { previewRoster } from "#app/_actions/preview-roster.ts";
import { button } from "#components/ui/button.ts";
import type { FormState } from "#lib/course/action.ts";
import type { RosterPreview } from "#lib/course/section/roster-import.ts";
import { Preview } from "./preview.tsx";
import { readRosterFile, tooLarge } from "./read-file.ts";

interface Looked extends FormState {
  preview?: RosterPreview;
  /** The text that it tells of. */
  text: string;
}

/** A roster to paste or to choose, looked at before anything is written. */
export function RosterForm({ section }: { section: string }) {
  const [text, setText] = useState("");
  const [refused, setRefused] = useState<string>();
  // The state of before stays here: sent along, as actions get it, the preview of a large roster would be too large.
  const [looked, look, isLooking] = useActionState(
    async (_: Looked, form: FormData): Promise<Looked> => ({ ...(await previewRoster({}, form)), text }),
    { text },
  );
  const [imported, put, isImporting] = useActionState(
    async (_: FormState, form: FormData): Promise<FormState> => await importRoster({}, form),
    {},
  );
  const shown = looked.text === text ? looked.preview : undefined;
  const people = shown?.steps.filter(({ does }) => does !== "keeps").length ?? 0;
  async function read(file: File | undefined) {
    if (!file) return;
    const found = await readRosterFile(file);
    setRefused("refused" in found ? found.refused : undefined);
    if ("text" in found) setText(found.text);
  }
  function send(how: (form: FormData) => void) {
    const tooMuch = tooLarge(new Blob([text]).size);
    setRefused(tooMuch);
    if (tooMuch) return;
    const form = new FormData();
    form.set("section", section);
    form.set("text", text);
    startTransition(() => how(form));
  }
  const told = looked.text === text ? [looked.message, looked.errors?.text] : [];
  const wrong = [refused, ...told, imported.message, imported.errors?.text].filter(Boolean).join(" ");
  return (
    <>
      <form action={() => send(look)} aria-label="A roster" className="mt-8 font-sans">
        <label className="block max-w-measure text-control font-medium">
          A file
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv,text/plain"
            onChange={(event) => read(event.target.files?.[0])}
            className="mt-1.5 block min-h-11 w-full text-note font-normal file:mr-4 file:min-h-11 file:rounded file:border file:border-solid file:border-edge file:bg-raised file:px-4 file:text-ink"
          />
        </label>
        <label className="mt-5 block text-control font-medium">
          Or paste it here
          <textarea
            rows={8}
            value={text}
            onChange={(event) => setText(event.target.value)}
            aria-invalid={wrong !== ""}
            aria-describedby={wrong === "" ? undefined : "roster-wrong"}
            className="mt-1.5 block w-full rounded border border-edge bg-raised px-3 py-2 font-mono text-note font-normal text-ink aria-invalid:border-wrong"
          />
        </label>
        <p id="roster-wrong" role="alert" className="mt-2 text-note text-wrong empty:hidden">
          {wrong}
        </p>
        <button type="submit" disabled={isLooking} className={`${button.secondary} mt-4`}>
          {isLooking ? "One moment …" : "Look at it first"}
        </button>
      </form>
      {shown && (
        <section aria-labelledby="preview" className="mt-10">
          <h2 id="preview" className="text-h2">
            What would happen
          </h2>
          <Preview preview={shown} />
          {people > 0 && (
            <button type="button" onClick={() => send(put)} disabled={isImporting} className={`${button.primary} mt-6`}>
              {isImporting ? "One moment …" : `Import ${people === 1 ? "1 person" : `${people} people`}`}
            </button>
          )}
          {people === 0 && shown.steps.length > 0 && (
            <p className="mt-6 font-sans text-note">All of them are on the roster as the file has them.</p>
          )}
        </section>
      )}
    </>
  );
}

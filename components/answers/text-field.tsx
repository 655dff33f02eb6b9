"use client";

import type { Ref } from "react";
import type { KindSpec } from "#lib/exercise/kinds.ts";

export interface FieldProps {
  id: string;
  name: string;
  initial: string;
  locked: boolean;
  invalid: boolean;
  describedBy: string;
  onEdit(text: string): void;
}

export interface TextFieldProps extends FieldProps {
  spec: KindSpec;
  ref: Ref<HTMLInputElement & HTMLTextAreaElement>;
  retype(text: string): void;
}

const look =
  "w-full min-w-0 rounded border border-edge bg-raised px-3 font-mono text-[1.0625rem] text-accent-strong caret-accent read-only:bg-wash aria-invalid:border-hold";

/** Kinds whose answers may need the whole width. */
const isLong = new Set<string>(["vector", "set", "expression"]);

/**
 * The field for everything that is typed. It keeps its own text, so that nothing typed before the page comes alive is
 * lost. In a field of several lines Ctrl or Cmd with Enter checks, as Enter does in the others.
 */
export function TextField({
  spec,
  ref,
  retype,
  id,
  name,
  initial,
  locked,
  invalid,
  describedBy,
  onEdit,
}: TextFieldProps) {
  const shared = {
    ref,
    id,
    name,
    defaultValue: initial,
    readOnly: locked,
    autoComplete: "off",
    autoCorrect: "off",
    autoCapitalize: "none",
    spellCheck: false,
    "aria-invalid": invalid,
    "aria-describedby": describedBy,
  } as const;
  if (spec.kind === "matrix")
    return (
      <textarea
        {...shared}
        rows={3}
        className={`${look} basis-64 grow py-2 leading-normal`}
        onInput={(event) => onEdit(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
    );
  const wide = isLong.has(spec.kind) ? "basis-64 grow" : "max-w-72 basis-48 grow";
  return (
    <>
      <input
        {...shared}
        type="text"
        enterKeyHint="go"
        className={`${look} ${wide} h-11`}
        onInput={(event) => onEdit(event.currentTarget.value)}
      />
      {spec.kind === "shape" && (
        <button
          type="button"
          disabled={locked}
          onClick={() => retype("undefined")}
          className="min-h-10 rounded px-2 font-sans text-control text-accent underline decoration-1 underline-offset-4 hover:decoration-2"
        >
          it is undefined
        </button>
      )}
    </>
  );
}

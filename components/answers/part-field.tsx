"use client";

import { type ReactNode, useId, useRef, useState } from "react";
import { Typeset } from "#components/math/typeset-html.tsx";
import type { KindSpec } from "#lib/exercise/kinds.ts";
import { useAnswers } from "./answer-context.ts";
import { ChoiceField } from "./choice-field.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { TextField } from "./text-field.tsx";
import { examplesOf } from "./typing.ts";
import { usePreview } from "./use-preview.ts";

export interface Part {
  step: string;
  words: string;
  spec: KindSpec;
  rule: string;
}

interface PartFieldProps {
  part: Part;
  /** "a", "b", …; absent where there is only one part. */
  letter: string | undefined;
  /** The quantity, typeset on the server. */
  label: ReactNode;
  /** The options of a choice, typeset on the server. */
  options: readonly { id: string; label: ReactNode }[];
}

/** One asked part: its label, the field of its kind, how it is being read, and the rule it is judged by. */
export function PartField({ part, letter, label, options }: PartFieldProps) {
  const { initial, problems, locked } = useAnswers();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const [raw, setRaw] = useState(initial[part.step] ?? "");
  const [editedProblem, setEditedProblem] = useState(problems[part.step]);
  // A problem that the check found stands until the part is typed anew.
  const told = problems[part.step] === editedProblem ? undefined : problems[part.step];
  const preview = usePreview(part.spec.kind === "choice" ? "" : raw, part.spec, told);
  const edited = (text: string) => {
    setRaw(text);
    setEditedProblem(problems[part.step]);
  };
  const retype = (text: string) => {
    const input = field.current;
    if (!input) return;
    input.value = text;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    edited(text);
    input.focus();
  };
  const isUnread = preview !== undefined && preview.outcome !== "read";
  const shared = {
    id,
    name: part.step,
    initial: initial[part.step] ?? "",
    locked,
    invalid: isUnread,
    describedBy: `${id}-rule ${id}-reading`,
    onEdit: edited,
  };
  return (
    <div className={`grid gap-x-3 gap-y-1 py-3 ${letter ? "md:grid-cols-[1.75rem_1fr]" : ""}`}>
      {letter && (
        <span aria-hidden="true" className="hidden pt-2.5 text-muted md:block">
          ({letter})
        </span>
      )}
      <div className="min-w-0">
        {part.spec.kind === "choice" ? (
          <ChoiceField {...shared} legend={part.words} label={label} letter={letter} options={options} />
        ) : (
          <div
            className={`flex flex-wrap gap-x-3 gap-y-1.5 ${part.spec.kind === "matrix" ? "items-start" : "items-center"}`}
          >
            <label htmlFor={id} className="shrink-0 py-1.5 text-body">
              <span aria-hidden="true">
                {letter && <span className="mr-2 text-muted md:hidden">({letter})</span>}
                {label} =
              </span>
              <span className="sr-only">
                {letter && `Part ${letter}: `}
                {part.words}
              </span>
            </label>
            <TextField {...shared} ref={field} spec={part.spec} retype={retype} />
          </div>
        )}
        <Reading id={`${id}-reading`}>
          {preview?.outcome === "read" && (
            <p className="mt-1 text-ink [&>*]:align-middle">
              <span className="mr-2 font-sans text-fine text-muted">read as</span>
              <Typeset html={preview.html} />
              {preview.value !== undefined && <span className="text-muted"> ≈ {preview.value}</span>}
            </p>
          )}
        </Reading>
        <div aria-live="polite">
          {preview && preview.outcome !== "read" && <ProblemNote problem={preview} raw={raw} retype={retype} />}
        </div>
        <p id={`${id}-rule`} className="mt-1 font-sans text-fine text-muted">
          {sentence(part.rule)}
          <Examples spec={part.spec} />
        </p>
      </div>
    </div>
  );
}

function Reading({ id, children }: { id: string; children: ReactNode }) {
  return (
    <div id={id} data-scrolls="" className="max-w-full overflow-x-auto overflow-y-hidden py-0.5 empty:hidden">
      {children}
    </div>
  );
}

/** The rule with a capital letter and a full stop. */
const sentence = (rule: string) => `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`;

function Examples({ spec }: { spec: KindSpec }) {
  const examples = examplesOf(spec);
  if (examples.length === 0) return null;
  return (
    <>
      {spec.kind === "matrix" ? " Put rows on lines, or type for example " : " Type for example "}
      {examples.map((example, i) => (
        <span key={example}>
          {i > 0 && (i === examples.length - 1 ? " or " : ", ")}
          <code className="font-mono whitespace-nowrap">{example}</code>
        </span>
      ))}
      .
    </>
  );
}

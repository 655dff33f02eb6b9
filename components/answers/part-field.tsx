"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useId, useRef, useState } from "react";
import { useMarks } from "#components/math/use-marks.ts";
import type { KindSpec } from "#lib/exercise/kinds.ts";
import { useAnswers } from "./answer-context.ts";
import { ArrayField } from "./array-field.tsx";
import { ChoiceField, type OptionLabel } from "./choice-field.tsx";
import { firstControl } from "./controls.ts";
import { Examples } from "./examples.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { Reading } from "./reading.tsx";
import { TextField } from "./text-field.tsx";
import { hasPalette } from "./typing.ts";
import { usePreview } from "./use-preview.ts";

const ChoicesField = dynamic(async () => (await import("./choices-field.tsx")).ChoicesField);
const OrderField = dynamic(async () => (await import("./order-field.tsx")).OrderField);
const Palette = dynamic(async () => (await import("./palette.tsx")).Palette);

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
  /** The options of a choice or an order, typeset on the server. */
  options: readonly (OptionLabel & { text: string })[];
}

/**
 * One asked part: its label, the field of its kind, how it is being read, and the rule it is judged by. Whatever the
 * field looks like, one form control of the part's name holds the answer as text; writing to it and firing "input"
 * moves all else along.
 */
export function PartField({ part, letter, label, options }: PartFieldProps) {
  const { initial, problems, locked } = useAnswers();
  const marks = useMarks();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [raw, setRaw] = useState(initial[part.step] ?? "");
  const [editedProblem, setEditedProblem] = useState(problems[part.step]);
  const { spec } = part;
  // A problem that the check found stands until the part is typed anew.
  const told = problems[part.step] === editedProblem ? undefined : problems[part.step];
  const preview = usePreview(isPicked(spec) ? "" : raw, spec, told);
  const edited = (text: string) => {
    setRaw(text);
    setEditedProblem(problems[part.step]);
  };
  const write = (text: string) => {
    if (!field.current) return;
    field.current.value = text;
    field.current.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const retype = (text: string) => {
    write(text);
    firstControl(box.current)?.focus();
  };
  const problem = preview && "at" in preview ? preview : undefined;
  const shared = {
    id,
    name: part.step,
    initial: initial[part.step] ?? "",
    locked,
    invalid: problem !== undefined,
    describedBy: isPicked(spec) ? `${id}-rule` : `${id}-rule ${id}-reading`,
    onEdit: edited,
  };
  const group = { ...shared, legend: part.words, label, letter };
  function fieldOf() {
    switch (spec.kind) {
      case "choice":
        return <ChoiceField {...group} options={options} />;
      case "choices":
        return <ChoicesField {...group} options={options} raw={raw} ref={field} write={write} />;
      case "order":
        return <OrderField {...group} options={options} raw={raw} ref={field} write={write} />;
      case "vector":
      case "matrix":
        return (
          <ArrayField
            {...shared}
            spec={spec}
            field={field}
            raw={raw}
            write={write}
            labelledBy={`${id}-label`}
            problemAt={problem?.at}
          />
        );
      default:
        return <TextField {...shared} ref={field} spec={spec} retype={retype} />;
    }
  }
  return (
    <div
      ref={box}
      data-part={part.step}
      className={`group grid gap-x-3 gap-y-1 py-3 ${letter ? "md:grid-cols-[1.75rem_1fr]" : ""}`}
    >
      {letter && (
        <span aria-hidden="true" className="hidden pt-2.5 text-muted md:block">
          ({letter})
        </span>
      )}
      <div className="min-w-0">
        {isPicked(spec) ? (
          fieldOf()
        ) : (
          <div className={`flex flex-wrap gap-x-3 gap-y-1.5 ${isArray(spec) ? "items-start" : "items-center"}`}>
            <label id={`${id}-label`} htmlFor={id} className="shrink-0 py-1.5 text-body">
              <span aria-hidden="true">
                {letter && <span className="mr-2 text-muted md:hidden">({letter})</span>}
                {label} =
              </span>
              <span className="sr-only">
                {letter && `Part ${letter}: `}
                {part.words}
              </span>
            </label>
            {fieldOf()}
          </div>
        )}
        {hasPalette(spec) && <Palette spec={spec} locked={locked} part={box} />}
        <p id={`${id}-rule`} className="mt-1 font-sans text-fine text-muted">
          {marks.text(sentence(part.rule))}
          <span className="group-has-data-grid:hidden">
            <Examples spec={spec} />
          </span>
        </p>
        <div className={roomOf(spec)}>
          {!isPicked(spec) && <Reading id={`${id}-reading`} preview={preview} />}
          <div aria-live="polite">{problem && <ProblemNote problem={problem} raw={raw} retype={retype} />}</div>
        </div>
      </div>
    </div>
  );
}

/** Kinds that are answered by picking, where there is nothing to read. */
const isPicked = ({ kind }: KindSpec) => kind === "choice" || kind === "choices" || kind === "order";
const isArray = ({ kind }: KindSpec) => kind === "vector" || kind === "matrix";

/** Room for the reading before there is one, so that nothing moves when it appears. */
const roomOf = (spec: KindSpec) => (isPicked(spec) ? "" : isArray(spec) ? "min-h-16" : "min-h-11");

/** The rule with a capital letter and a full stop. */
const sentence = (rule: string) => `${rule.charAt(0).toUpperCase()}${rule.slice(1)}.`;

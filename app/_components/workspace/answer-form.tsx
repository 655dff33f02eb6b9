"use client";

import {
  type ReactNode,
  type SubmitEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { AnswerContext } from "#components/answers/answer-context.ts";
import { firstControl } from "#components/answers/controls.ts";
import { button } from "#components/ui/button.ts";
import { BlankWarning } from "./blank-warning.tsx";
import { DraftNote } from "./draft-note.tsx";
import { StatusLine } from "./status-line.tsx";
import { useDraft } from "./use-draft.ts";
import { useSubmission } from "./use-submission.ts";

interface AnswerFormProps {
  variantId: string;
  parts: readonly { step: string; words: string }[];
  draft: Readonly<Record<string, string>>;
  /** Whether the answer is checked by itself; else it is only kept, and handed in with the whole attempt. */
  submits: boolean;
  /** Said beside the button: what a right answer earns now. */
  note: string;
  /** The fields, labelled on the server. */
  children: ReactNode;
}

const never = () => () => {};

/** The parts of a variant to answer, and what becomes of the answer on its way. */
export function AnswerForm({ variantId, parts, draft, submits, note, children }: AnswerFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const isAlive = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [blank, setBlank] = useState<readonly string[]>([]);

  const read = useCallback(() => {
    if (!form.current) return undefined;
    const typed = new FormData(form.current);
    return Object.fromEntries(parts.map(({ step }) => [step, `${typed.get(step) ?? ""}`]));
  }, [parts]);
  const write = useCallback((raw: Record<string, string>) => {
    for (const field of form.current?.elements ?? []) writeField(field, raw);
  }, []);
  // What is on its way already is no draft as well.
  const isOnItsWay = useRef(false);
  const show = useCallback(
    (raw: Record<string, string>) => {
      isOnItsWay.current = true;
      write(raw);
      isOnItsWay.current = false;
    },
    [write],
  );

  const draftKeeper = useDraft(variantId, draft, { read, write });
  const { status, submit, retry, edited, recall } = useSubmission(variantId, show);
  const problems = status.is === "unreadable" ? status.problems : none;
  const locked = status.is === "sending" || status.is === "unsent";

  useEffect(() => {
    const [first] = Object.keys(problems);
    if (first !== undefined) focusPart(form.current, first);
  }, [problems]);

  function check(mayBeBlank: boolean) {
    const raw = read();
    if (!raw || locked || !submits) return;
    const missing = parts.filter(({ step }) => raw[step]?.trim() === "").map(({ words }) => words);
    setBlank(mayBeBlank ? [] : missing);
    if (missing.length === parts.length || (missing.length > 0 && !mayBeBlank)) return;
    draftKeeper.drop();
    submit(raw);
  }

  function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    check(false);
  }

  function onInput() {
    setBlank([]);
    edited();
    if (!isOnItsWay.current) draftKeeper.touch();
  }

  return (
    <AnswerContext value={{ initial: draft, problems, locked }}>
      <form ref={form} noValidate aria-label="Your answer" onSubmit={onSubmit} onInput={onInput}>
        <div className="divide-y divide-rule border-y border-rule">{children}</div>
        {blank.length > 0 && (
          <BlankWarning
            blank={blank}
            isAll={blank.length === parts.length}
            onCheck={() => check(true)}
            onBack={() => {
              setBlank([]);
              const empty = parts.find(({ step }) => read()?.[step]?.trim() === "");
              if (empty) focusPart(form.current, empty.step);
            }}
          />
        )}
        <div className="screen-only mt-5 flex flex-wrap items-center gap-x-5 gap-y-3">
          {submits && (
            <button type="submit" data-shortcut="c" className={button.primary} disabled={!isAlive || locked}>
              {status.is === "sending" ? "Checking …" : "Check"}
            </button>
          )}
          <p className="font-sans text-note text-muted">{note}</p>
        </div>
        {!locked && <DraftNote status={draftKeeper.status} onPutBack={draftKeeper.putBack} onDrop={draftKeeper.drop} />}
        <StatusLine status={status} onRetry={retry} onRecall={recall} />
      </form>
    </AnswerContext>
  );
}

const none: Readonly<Record<string, never>> = {};

const focusPart = (form: HTMLFormElement | null, step: string) =>
  firstControl(form?.querySelector(`[data-part="${CSS.escape(step)}"]`))?.focus();

/** Puts text into a field as if it were typed, so that its reading shows. */
function writeField(field: Element, raw: Record<string, string>): void {
  if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
  const text = raw[field.name];
  if (text === undefined) return;
  if (field.type === "radio") {
    if (field.value === text) field.click();
    return;
  }
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

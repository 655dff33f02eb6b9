import { Tex } from "#components/math/tex.tsx";
import type { GuideExample } from "#lib/course/typing-guide.ts";
import { VerdictMark } from "./verdict-mark.tsx";

/** What was typed, how it is read, and what becomes of it. */
export function ExampleRow({ example: { typed, verdict, note, tex, problem, readings } }: { example: GuideExample }) {
  return (
    <li className="grid gap-x-6 gap-y-1 py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div className="min-w-0">
        <pre data-scrolls="" className="overflow-x-auto py-0.5 font-mono text-[0.9375rem] text-accent-strong">
          <code>{typed}</code>
        </pre>
      </div>
      <div className="min-w-0">
        <div data-scrolls="" className="overflow-x-auto overflow-y-hidden py-0.5 empty:hidden">
          {tex !== null && (
            <p className="[&>*]:align-middle">
              <Label>read as</Label>
              <Tex>{tex}</Tex>
            </p>
          )}
          {readings.map((reading, i) => (
            <p key={reading.typed} className="[&>*]:align-middle">
              <Label>{i === 0 ? "either" : "or"}</Label>
              <Tex>{reading.tex}</Tex>
              <span className="ml-3 font-sans text-fine text-muted">type</span>{" "}
              <code className="font-mono text-[0.875rem] whitespace-nowrap">{reading.typed}</code>
            </p>
          ))}
        </div>
        {problem && (
          <p className="text-note">
            {problem.message}
            {problem.suggestion !== null && (
              <>
                {" Write "}
                <code className="font-mono text-[0.875rem]">{problem.suggestion}</code>.
              </>
            )}
          </p>
        )}
        <p className="mt-1 flex flex-wrap items-baseline gap-x-3 font-sans text-note">
          <VerdictMark verdict={verdict} />
          {note !== "" && !problem?.suggestion && <span className="text-muted">{note}</span>}
        </p>
      </div>
    </li>
  );
}

const Label = ({ children }: { children: string }) => (
  <span className="mr-2 font-sans text-fine text-muted">{children}</span>
);

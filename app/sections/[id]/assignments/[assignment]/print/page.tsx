import type { Metadata } from "next";
import { z } from "zod";
import { AssignmentHead } from "#app/sections/[id]/assignments/[assignment]/_components/assignment-head.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { readPapers, whichSchema } from "#lib/course/assignment/papers.ts";
import { readAssignment } from "#lib/course/assignment/read.ts";
import { AnswerKey } from "./_components/answer-key.tsx";
import { Choose } from "./_components/choose.tsx";
import { Sheet } from "./_components/sheet.tsx";
import { Solutions } from "./_components/solutions.tsx";

export const metadata: Metadata = { title: "Print an assignment" };

interface PageProps extends AssignmentParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({
  which: whichSchema.catch({ kind: "versions", number: 0 }),
  show: z.enum(["sheets", "key", "solutions"]).catch("sheets"),
});

const shownAs = { sheets: Sheet, key: AnswerKey, solutions: Solutions } as const;

/** An assignment on paper: sheets to write on, the key to them, and their solutions. */
export default async function PrintPage(props: PageProps) {
  const { actor, section, id, address } = await assignmentAt(props, "print assignments");
  const { which, show } = search.parse(await props.searchParams);
  const [assignment, papers] = await Promise.all([
    readAssignment(actor, id).catch(missing),
    readPapers(actor, id, which).catch(missing),
  ]);
  const Shown = shownAs[show];
  return (
    <>
      <div className="screen-only">
        <AssignmentHead section={section} assignment={assignment} page="Print" />
        <Choose
          here={`${address}/print`}
          assignment={id}
          papers={papers}
          which={which}
          show={show}
          mayDraw={section.may.includes("try assignments")}
          areSame={
            assignment.config.variants === "same" && assignment.parts.every(({ pick, items }) => pick === items.length)
          }
        />
      </div>
      {papers.papers.map((paper) => (
        <Shown key={paper.attemptId} section={section.title} papers={papers} paper={paper} />
      ))}
    </>
  );
}

import type { Metadata } from "next";
import { AssignmentHead } from "#app/sections/[id]/assignments/[assignment]/_components/assignment-head.tsx";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { readAnalysis } from "#lib/course/analysis/read.ts";
import { readAssignment } from "#lib/course/assignment/read.ts";
import { Explained } from "./_components/explained.tsx";
import { ItemDetail } from "./_components/item-detail.tsx";
import { ItemPlots } from "./_components/item-plots.tsx";
import { ItemTable } from "./_components/item-table.tsx";
import { Whole } from "./_components/whole.tsx";

export const metadata: Metadata = { title: "Item analysis" };

/** How hard the items of an assignment were, whom they tell apart, and how far its scores can be trusted. */
export default async function AnalysisPage(props: AssignmentParams) {
  const { actor, section, id } = await assignmentAt(props, "see everybody's work");
  const [assignment, analysis] = await Promise.all([
    readAssignment(actor, id).catch(missing),
    readAnalysis(actor, id).catch(missing),
  ]);
  const { finished, underWay, items } = analysis;
  return (
    <>
      <AssignmentHead section={section} assignment={assignment} page="Analysis" />
      <p className="max-w-measure">
        {finished === 0
          ? "Nobody is done with it yet. As soon as somebody is, numbers stand here."
          : `${finished} ${finished === 1 ? "student is" : "students are"} done with it, and counted here.`}{" "}
        {underWay > 0 && `${underWay} ${underWay === 1 ? "is" : "are"} under way, and not.`}
      </p>
      {finished > 0 && (
        <>
          <Explained />
          <Whole analysis={analysis} />
          <section aria-labelledby="items" className="mt-12">
            <h2 id="items" className="text-h2">
              The items
            </h2>
            <ItemTable items={items} />
            <ItemPlots items={items} />
          </section>
          {items.map((item, i) => (
            <ItemDetail key={item.id} item={item} number={i + 1} />
          ))}
        </>
      )}
    </>
  );
}

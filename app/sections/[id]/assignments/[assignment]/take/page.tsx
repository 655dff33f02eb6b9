import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import {
  type AssignmentParams,
  assignmentAt,
  missing,
} from "#app/sections/[id]/assignments/[assignment]/assignment-at.ts";
import { currentPosition, readMyAssignment } from "#lib/course/assignment/sitting.ts";
import { Looked } from "./_components/looked.tsx";
import { PreviewOutcome } from "./_components/preview-outcome.tsx";
import { Running } from "./_components/running.tsx";

export const metadata: Metadata = { title: "An assignment" };

interface PageProps extends AssignmentParams {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({ item: z.coerce.number().pipe(z.int32().positive()).optional().catch(undefined) });

/** An attempt at an assignment: one item of it while it is under way, and to look back at after it. */
export default async function TakePage(props: PageProps) {
  const { actor, id, address } = await assignmentAt(props);
  const assignment = await readMyAssignment(actor, id).catch(missing);
  const { attempt, config } = assignment;
  const { item } = search.parse(await props.searchParams);
  if (!attempt) redirect(address);
  if (attempt.over) {
    if (item !== undefined)
      return <Looked actor={actor} assignment={assignment} attempt={attempt} item={item} address={address} />;
    if (attempt.preview) return <PreviewOutcome assignment={assignment} attempt={attempt} address={address} />;
    redirect(address);
  }
  if (config.navigation !== "one by one")
    return <Running actor={actor} assignment={assignment} attempt={attempt} item={item ?? 1} address={address} />;
  const current = await currentPosition(attempt.id);
  // Where an item is settled by one try its verdict stands there until one goes on.
  const here =
    item !== undefined && item === (current ?? attempt.items.length + 1) - 1 && config.feedback === "at once"
      ? item
      : current;
  if (here === null) redirect(`${address}/take/hand-in`);
  return <Running actor={actor} assignment={assignment} attempt={attempt} item={here} address={address} />;
}

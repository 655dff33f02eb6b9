/** What an assignment consists of, as its rows hold it. */
import "server-only";
import { findExercise, findVersion } from "#lib/course/registry.ts";
import type { Tx } from "#lib/db/client.ts";
import type { Prisma } from "#lib/db/generated/client.ts";
import type { Exercise } from "#lib/exercise/exercise.ts";

export const contentInclude = {
  items: { orderBy: [{ position: "asc" }, { id: "asc" }] },
} as const satisfies Prisma.AssignmentPartInclude;

export type Part = Prisma.AssignmentPartGetPayload<{ include: typeof contentInclude }>;
export type Item = Part["items"][number];

/** The parts of an assignment in their order, each with its items. */
export async function readContent(client: Pick<Tx, "assignmentPart">, assignmentId: string): Promise<Part[]> {
  return await client.assignmentPart.findMany({
    where: { assignmentId },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: contentInclude,
  });
}

/** The exercise of an item: in its pinned version, else the newest; undefined where that code is not here. */
export const exerciseOf = ({ exerciseId, version }: Pick<Item, "exerciseId" | "version">): Exercise | undefined =>
  version === null ? findExercise(exerciseId) : findVersion(exerciseId, version);

/** How many items each student gets. */
export const lengthOf = (parts: readonly Pick<Part, "pick">[]): number =>
  parts.reduce((sum, { pick }) => sum + pick, 0);

/** What a student gets who does everything right. */
export const fullPoints = (parts: readonly Pick<Part, "pick" | "points">[]): number =>
  parts.reduce((sum, { pick, points }) => sum + pick * points, 0);

import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { currentActor } from "#lib/auth/current-actor.ts";
import { titleOfQuiz } from "#lib/course/quiz.ts";
import { readSitting } from "#lib/course/quiz-sitting.ts";
import { Review } from "./_components/review.tsx";
import { Running } from "./_components/running.tsx";
import { placeOf, type SittingParams } from "./place-of.ts";

interface PageProps {
  params: SittingParams;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({
  item: z
    .union([z.literal("all"), z.coerce.number().pipe(z.int32().positive())])
    .optional()
    .catch(undefined),
});

export async function generateMetadata({ params, searchParams }: PageProps): Promise<Metadata> {
  const place = await placeOf(params);
  const title = place && (await titleOfQuiz(place.code));
  if (title === undefined) return { title: "Not found" };
  const { item } = search.parse(await searchParams);
  return { title: typeof item === "number" ? `Item ${item} of ${title}` : title };
}

/** An attempt at a quiz: one item of it while it is under way, and how it went after it. */
export default async function SittingPage({ params, searchParams }: PageProps) {
  const [place, actor] = [await placeOf(params), await currentActor()];
  const sitting = place && (await readSitting(actor, place));
  if (!place || !sitting) notFound();
  const { item } = search.parse(await searchParams);
  return sitting.over ? (
    <Review actor={actor} place={place} sitting={sitting} item={item} />
  ) : (
    <Running actor={actor} place={place} sitting={sitting} item={typeof item === "number" ? item : 1} />
  );
}

import type { Metadata } from "next";
import { z } from "zod";
import { Notice } from "#app/_components/notice.tsx";
import { currentActor } from "#lib/auth/current-actor.ts";
import { noticeSchema } from "#lib/course/notice.ts";
import { readPlacement } from "#lib/course/placement.ts";
import { BeginPlacement } from "./_components/begin-placement.tsx";
import { Probing } from "./_components/probing.tsx";
import { Result } from "./_components/result.tsx";

export const metadata: Metadata = {
  title: "Placement",
  description: "About twelve items that find where to begin.",
};

interface PageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const search = z.object({ notice: noticeSchema.optional().catch(undefined) });

export default async function PlacementPage({ searchParams }: PageProps) {
  const { notice } = search.parse(await searchParams);
  const placement = await readPlacement(await currentActor());
  return (
    <>
      <Notice>{notice}</Notice>
      {placement === null && <BeginPlacement />}
      {placement?.state === "running" && <Probing placement={placement} />}
      {placement?.state === "finished" && <Result result={placement} />}
    </>
  );
}

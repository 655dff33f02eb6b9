import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { currentActor } from "#lib/auth/current-actor.ts";
import { readDrill } from "#lib/course/drill.ts";
import { Running } from "./_components/running.tsx";
import { Summary } from "./_components/summary.tsx";

export const metadata: Metadata = { title: "Drill" };

interface PageProps {
  params: Promise<{ id: string }>;
}

const idSchema = z.object({ id: z.uuid() });

export default async function OneDrillPage({ params }: PageProps) {
  const parsed = idSchema.safeParse(await params);
  const drill = parsed.success ? await readDrill(await currentActor(), parsed.data.id) : null;
  if (!drill) notFound();
  return drill.state === "running" ? <Running drill={drill} /> : <Summary drill={drill} />;
}

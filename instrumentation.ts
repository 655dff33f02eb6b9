/** Runs once when the server starts: what is wrong with its settings or its database is said then, not at the first visit. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NEXT_PHASE === "phase-production-build") return;
  const { openOrExit } = await import("#lib/course/start.ts");
  await openOrExit();
}

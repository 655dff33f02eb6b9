import { finishDrill } from "#app/_actions/finish-drill.ts";
import { button } from "#components/ui/button.ts";

/** Ends the drill here. */
export function FinishDrill({ drill, isEndless }: { drill: string; isEndless: boolean }) {
  return (
    <form action={finishDrill} className="flex flex-wrap items-center gap-x-4">
      <input type="hidden" name="drill" value={drill} />
      <button type="submit" className={`${isEndless ? button.secondary : button.quiet} min-h-10`}>
        {isEndless ? "Finish" : "Finish early"}
      </button>
      <p className="font-sans text-note text-muted">What you have done counts.</p>
    </form>
  );
}

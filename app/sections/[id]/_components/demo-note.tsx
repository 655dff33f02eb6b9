import { removeDemo } from "#app/_actions/remove-demo.ts";
import { ActionButton } from "#app/_components/form/action-button.tsx";
import type { SectionView } from "#lib/course/section/settings.ts";

/** Says that nobody here is real, and ends it. */
export function DemoNote({ section }: { section: Pick<SectionView, "id" | "demo" | "role"> }) {
  if (!section.demo) return null;
  return (
    <div className="mt-5 flex max-w-[52rem] flex-wrap items-baseline gap-x-6 rounded border-l-4 border-accent bg-wash px-4 py-2 font-sans text-note print:hidden">
      <p className="py-1">A demonstration: its students are simulated, and so is all that they did.</p>
      {section.role === "owner" && (
        <ActionButton action={removeDemo} fields={{ section: section.id }} look="quiet">
          Remove it with all of them
        </ActionButton>
      )}
    </div>
  );
}

import type { Metadata } from "next";
import { ShortcutList } from "#app/_components/shortcuts/shortcut-list.tsx";
import { HelpEyebrow } from "#app/help/_components/help-eyebrow.tsx";
import { guideAt } from "#app/help/guides.ts";
import { fieldGroups } from "./fields.ts";

const { title, says } = guideAt("/help/keyboard");

export const metadata: Metadata = { title, description: says };

export default function KeyboardPage() {
  return (
    <article>
      <header className="max-w-measure border-b border-rule pb-6">
        <HelpEyebrow />
        <h1 className="text-h1">{title}</h1>
        <p className="mt-3">
          Everything here can be done without a mouse: Tab goes from one thing to the next, Enter follows a link or
          presses a button, Space ticks a box. The keys below are quicker. Those of a single letter wait while you type,
          and can be switched off in the list that ? opens, for people whose screen reader or voice control uses them.
        </p>
      </header>
      <div className="max-w-measure">
        <ShortcutList level={2} />
        <ShortcutList level={2} groups={fieldGroups} />
      </div>
    </article>
  );
}

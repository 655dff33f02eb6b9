import { ShortcutDialog } from "./shortcut-dialog.tsx";
import { ShortcutList } from "./shortcut-list.tsx";

/** Makes the shortcuts work on the page it stands on: keys press what carries them in `data-shortcut`. */
export function Shortcuts() {
  return (
    <div className="screen-only mt-12">
      <ShortcutDialog>
        <ShortcutList level={3} />
      </ShortcutDialog>
    </div>
  );
}

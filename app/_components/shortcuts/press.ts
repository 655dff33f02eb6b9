/** What a key that is pressed on a page does. */

const place = "chainrule:shortcuts";

/** Whether single keys act; without a choice they do. */
export function areOn(): boolean {
  try {
    return localStorage.getItem(place) !== "off";
  } catch {
    return true;
  }
}

/** Storage may be barred; then the choice lasts as long as nobody asks. */
export function remember(on: boolean): void {
  try {
    if (on) localStorage.removeItem(place);
    else localStorage.setItem(place, "off");
  } catch {}
}

const notTyped = ["button", "checkbox", "color", "file", "image", "radio", "range", "reset", "submit"];
const field = `input${notTyped.map((type) => `:not([type=${type}])`).join("")},textarea,select`;

/** Something that letters are typed into, or that letters choose in. */
const isField = (target: EventTarget | null): target is HTMLElement =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(field));

/** Acts on a key, where it is one of ours and something on the page answers to it. `show` opens the list of them. */
export function press(event: KeyboardEvent, show: () => void): void {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.repeat || document.querySelector("dialog[open]")) return;
  if (key === "Escape") {
    if (isField(target)) target.blur();
    return;
  }
  const isHeld = event.ctrlKey || event.metaKey || event.altKey;
  if (key === "Enter" && isHeld && !event.altKey) {
    answer(event, "c");
    return;
  }
  if (isHeld || key.length !== 1 || isField(target) || !areOn()) return;
  if (key === "?") {
    event.preventDefault();
    show();
  } else answer(event, key);
}

/** Presses the first element that carries the key and can be seen; a field gets the focus instead. */
function answer(event: KeyboardEvent, key: string): void {
  const carriers = document.querySelectorAll<HTMLElement>(`[data-shortcut~="${CSS.escape(key)}"]`);
  const found = [...carriers].find((one) => one.checkVisibility() && !one.matches(":disabled"));
  if (!found) return;
  event.preventDefault();
  if (found instanceof HTMLInputElement) {
    found.focus();
    found.select();
  } else found.click();
}

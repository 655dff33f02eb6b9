/** Whether the timer is hidden, for as long as this window is open. */
const place = "chainrule:timer";
const listeners = new Set<() => void>();

export function onTimerHidden(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

export function isTimerHidden(): boolean {
  try {
    return sessionStorage.getItem(place) === "hidden";
  } catch {
    return false;
  }
}

export function hideTimer(hidden: boolean): void {
  try {
    sessionStorage.setItem(place, hidden ? "hidden" : "shown");
  } catch {
    // Storage is barred: the timer stays as it is.
  }
  for (const changed of listeners) changed();
}

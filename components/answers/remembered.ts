/** What somebody chose about the fields, kept by their browser. Storage may be full or barred; then nothing is kept. */
type Preference = "array-input" | "symbols";

const place = (preference: Preference) => `chainrule:${preference}`;

export function remember(preference: Preference, choice: string): void {
  try {
    localStorage.setItem(place(preference), choice);
  } catch {}
}

export function remembered(preference: Preference): string | null {
  try {
    return localStorage.getItem(place(preference));
  } catch {
    return null;
  }
}

/** Writes a symbol at the caret of a field, as if it were typed: what was selected comes inside, and it can be undone. */
export function insertSymbol(field: HTMLInputElement | HTMLTextAreaElement, before: string, after: string): void {
  field.focus();
  const { value, selectionStart, selectionEnd } = field;
  const from = selectionStart ?? value.length;
  const inside = value.slice(from, selectionEnd ?? value.length);
  const text = before + inside + after;
  if (!document.execCommand("insertText", false, text)) {
    field.setRangeText(text, from, from + inside.length, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  const caret = from + before.length + (inside === "" ? 0 : inside.length + after.length);
  field.setSelectionRange(caret, caret);
}

/** The controls that a part shows: whichever way it is answered in, the focus finds one. */
export type TextControl = HTMLInputElement | HTMLTextAreaElement;

const textTypes = new Set(["text", "textarea"]);

export const isTextControl = (element: unknown): element is TextControl =>
  (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && textTypes.has(element.type);

/** The first control of a part that can be seen: one that is marked as unreadable, if any. */
export function firstControl(part: Element | null | undefined): HTMLElement | undefined {
  const controls = [...(part?.querySelectorAll("input, textarea, button") ?? [])].filter(
    (one): one is HTMLElement => one instanceof HTMLElement && one.checkVisibility(),
  );
  return controls.find((one) => one.ariaInvalid === "true") ?? controls[0];
}

/** The heading that somebody asked for and that is not on the page yet: a verdict, the solution. */
let awaited: string | undefined;

export const verdictId = (submissionId: string) => `verdict-${submissionId}`;
export const solutionId = "solution";

/** Moves the focus to a heading: now if it is there, else as soon as it comes. */
export function focusOnArrival(id: string): void {
  const heading = document.getElementById(id);
  if (heading) heading.focus();
  else awaited = id;
}

/** Whether the heading that has just come is the awaited one; true once. */
export function takeAwaited(id: string): boolean {
  if (awaited !== id) return false;
  awaited = undefined;
  return true;
}

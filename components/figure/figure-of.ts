import type { Figure } from "#lib/exercise/figure.ts";

/** What one kind of figure holds, besides its kind. */
export type FigureOf<K extends Figure["figure"]> = Omit<Extract<Figure, { figure: K }>, "figure">;

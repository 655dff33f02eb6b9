import type { Figure } from "#lib/exercise/figure.ts";

/** What one kind of figure holds. */
export type FigureOf<K extends Figure["figure"]> = Extract<Figure, { figure: K }>;

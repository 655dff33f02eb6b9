/** Where the labels of a drawing go: beside what they name, inside the frame, and off each other. */
import type { Frame, Place } from "./place.ts";

export interface Named extends Place {
  text: string;
  /** May be left out where there is no free place, as a number on a crowded path. */
  optional?: boolean;
  /** Other places that it names as well, as along an arrow. */
  or?: readonly Place[];
}

export interface Label extends Place {
  text: string;
}

interface Box extends Place {
  width: number;
  height: number;
}

export const labelSize = 13.5;
const [character, line] = [0.58 * labelSize, 17];

/** How far a label stands from what it names, and the directions that are tried, the best first. */
const gap = 7;
const directions = [45, -45, 135, -135, 90, -90, 0, 180].map((degrees) => (degrees * Math.PI) / 180);
const distances = [1, 2.2];

/** What counts against a place, by how bad it is. */
const cost = { label: 300, point: 60, line: 16, rank: 1, further: 6 } as const;

/** The centres of labels; those without text are passed over. `lines` are what labels rather do not cover. */
export function placeLabels(named: readonly Named[], frame: Frame, lines: readonly [Place, Place][] = []): Label[] {
  const set: (Label & Box)[] = [];
  for (const { text, optional = false, or = [], x, y } of named) {
    if (text === "") continue;
    const size = { width: widthOf(text), height: line };
    const tried = [{ x, y }, ...or].flatMap((at, i) => distances.map((times, far) => ({ at, times, later: i + far })));
    const places = tried.flatMap(({ at, times, later }) =>
      directions.map((angle, rank) => {
        const box = { ...size, ...beside(at, size, angle, gap * times) };
        const inside = within(box, frame);
        const crossed = lines.filter(([a, b]) => crosses(inside, a, b)).length;
        const hidden = named.filter((other) => covers(inside, other, 4)).length;
        const hit = set.filter((other) => overlap(inside, other)).length;
        const pushed = inside.x === box.x && inside.y === box.y ? 0 : cost.point;
        const price = hit * cost.label + hidden * cost.point + crossed * cost.line + pushed;
        return { box: inside, hit, price: price + rank * cost.rank + later * cost.further };
      }),
    );
    const best = places.reduce((a, b) => (b.price < a.price ? b : a));
    if (optional && best.hit > 0) continue;
    set.push({ ...best.box, text });
  }
  return set.map(({ x, y, text }) => ({ x, y, text }));
}

/** About how wide a label is. */
export const widthOf = (text: string): number => [...text].length * character + 2;

function beside(at: Place, { width, height }: Omit<Box, "x" | "y">, angle: number, away: number): Place {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const step = (part: number, half: number) => Math.sign(Math.abs(part) < 0.1 ? 0 : part) * half;
  return { x: at.x + step(cos, width / 2) + away * cos, y: at.y - step(sin, height / 2) - away * sin };
}

function within(box: Box, { left, right, top, bottom }: Frame): Box {
  const clamp = (x: number, low: number, high: number) => Math.min(Math.max(x, low), Math.max(low, high));
  return {
    ...box,
    x: clamp(box.x, left + box.width / 2 + 2, right - box.width / 2 - 2),
    y: clamp(box.y, top + box.height / 2, bottom - box.height / 2),
  };
}

const overlap = (a: Box, b: Box): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 && Math.abs(a.y - b.y) < (a.height + b.height) / 2;

const covers = (box: Box, at: Place, radius: number): boolean =>
  Math.abs(box.x - at.x) < box.width / 2 + radius && Math.abs(box.y - at.y) < box.height / 2 + radius;

/** Whether a stretch passes through a box, seen at points close enough together. */
function crosses(box: Box, a: Place, b: Place): boolean {
  const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 5));
  return Array.from({ length: steps + 1 }, (_, i) => i / steps).some((t) =>
    covers(box, { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) }, 0),
  );
}

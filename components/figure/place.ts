/** A place on the drawing, in its units: x to the right, y down. */
export interface Place {
  x: number;
  y: number;
}

/** The part of a drawing inside its axes. */
export interface Frame {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

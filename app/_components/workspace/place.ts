/** Where a learner works on an exercise. */
export interface Place {
  exercise: string;
  level: number;
  /** The idea of a lesson it is met in, as `<lesson>/<idea>`; else it is met on its own page. */
  check?: string;
  /** The list of exercises it was come to from, as the query of /practice. */
  list?: string;
}

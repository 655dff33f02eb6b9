/** The mark of the cell that keys act on, while the grid has the focus. */
export const here =
  "group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent";

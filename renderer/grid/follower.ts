/** What floats over the cells, and goes where they go. */
export interface Follower {
  /** The cells were scrolled or drawn anew. */
  follow(): void;
}

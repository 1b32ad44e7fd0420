package dev.sluice.transforms.local;

/** How a merge ended. */
public sealed interface Merge {

  /**
   * The file holds every published run.
   *
   * @param runs how many were taken in
   * @param rows how many rows they brought
   */
  record Done(int runs, long rows) implements Merge {}

  /**
   * Somebody else has the file open, nothing was changed; the next merge catches up.
   *
   * @param holder who, as far as it is known
   */
  record Busy(String holder) implements Merge {}
}

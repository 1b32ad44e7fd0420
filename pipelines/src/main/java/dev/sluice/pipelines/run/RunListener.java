package dev.sluice.pipelines.run;

/** Hears how a run goes on. */
public interface RunListener {

  /** About once a second while the pipeline runs. */
  void progress(RunProgress progress);

  /** Nobody watches. */
  static RunListener silent() {
    return progress -> {};
  }
}

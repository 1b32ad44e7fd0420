package dev.sluice.pipelines.run;

/** The version of this program. */
public final class SluiceVersion {

  private SluiceVersion() {}

  /** As the jar's manifest says; {@code development} where classes run without one. */
  public static String current() {
    String version = SluiceVersion.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }
}

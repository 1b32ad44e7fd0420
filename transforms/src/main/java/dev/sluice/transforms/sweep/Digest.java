package dev.sluice.transforms.sweep;

/**
 * Eight bytes that stand for many values in their order: what is equal has equal ones, and what is
 * not has equal ones once in 10^19 times.
 */
final class Digest {

  private static final long FNV_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private long value = FNV_BASIS;

  static long of(String text) {
    return new Digest().with(text).value();
  }

  Digest with(String text) {
    long hash = FNV_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    return with(hash);
  }

  Digest with(long number) {
    value = mixed(value * FNV_PRIME ^ number);
    return this;
  }

  long value() {
    return value;
  }

  /** Spreads every bit over all others (Steele, Lea and Flood, SplitMix64). */
  private static long mixed(long bits) {
    long once = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    long twice = (once ^ (once >>> 27)) * 0x94D049BB133111EBL;
    return twice ^ (twice >>> 31);
  }
}

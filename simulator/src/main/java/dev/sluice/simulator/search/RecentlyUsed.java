package dev.sluice.simulator.search;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A map that forgets what was not asked for longest; safe for use by several threads. */
public final class RecentlyUsed<K, V> {
  private final Map<K, V> entries;

  public RecentlyUsed(int most) {
    this.entries =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        };
  }

  public synchronized Optional<V> get(K key) {
    return Optional.ofNullable(entries.get(key));
  }

  public synchronized void put(K key, V value) {
    entries.put(key, value);
  }

  public synchronized V computeIfAbsent(K key, Function<K, V> make) {
    V known = entries.get(key);
    if (known != null) {
      return known;
    }
    V made = make.apply(key);
    entries.put(key, made);
    return made;
  }
}

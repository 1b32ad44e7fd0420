package dev.sluice.transforms.jira;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets so many callers through at once and no more; its width may change. Thread-safe. */
final class ConcurrencyGate {
  private final ReentrantLock lock = new ReentrantLock(/* fair= */ true);
  private final Condition room = lock.newCondition();
  private int width;
  private int inside;

  ConcurrencyGate(int width) {
    this.width = width;
  }

  void enter() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (inside >= width) {
        room.await();
      }
      inside++;
    } finally {
      lock.unlock();
    }
  }

  void leave() {
    lock.lock();
    try {
      inside--;
      room.signal();
    } finally {
      lock.unlock();
    }
  }

  void resize(int changed) {
    lock.lock();
    try {
      width = changed;
      room.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

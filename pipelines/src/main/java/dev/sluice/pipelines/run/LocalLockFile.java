package dev.sluice.pipelines.run;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;

/**
 * The operating system's lock on the file tells at once whether a process of this machine still
 * lives; the heartbeat in the file tells the same of other machines that share the folder. The file
 * stays behind, empty: removing it would let two runs hold two files of one name.
 */
final class LocalLockFile implements LockFile {

  private final FileChannel channel;
  private final boolean taken;
  private final Optional<LockHolder> holder;

  private LocalLockFile(FileChannel channel) throws IOException {
    this.channel = channel;
    this.taken = !tryLock(channel);
    this.holder = read(channel);
  }

  static LocalLockFile open(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      return new LocalLockFile(
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new RunException.OutputUnavailable("cannot write the lock " + file, e);
    }
  }

  @Override
  public Optional<LockHolder> holder() {
    return holder;
  }

  @Override
  public boolean heldBy(LockHolder other, LockHolderIdentity self, Instant staleBefore) {
    return !other.host().equals(self.host()) && other.heartbeatAt().isAfter(staleBefore);
  }

  @Override
  public boolean taken() {
    return taken;
  }

  @Override
  public boolean write(byte[] content) throws IOException {
    channel.write(ByteBuffer.wrap(content), 0);
    channel.truncate(content.length);
    return true;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      // Far behind the content, so that others can read who holds it where locks are mandatory.
      return channel.tryLock(Long.MAX_VALUE - 1, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static Optional<LockHolder> read(FileChannel channel) throws IOException {
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 16));
    channel.read(content, 0);
    return LockFile.parse(content.array());
  }
}

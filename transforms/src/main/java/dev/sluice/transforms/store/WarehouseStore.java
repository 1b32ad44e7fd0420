package dev.sluice.transforms.store;

import static org.apache.beam.sdk.io.fs.MoveOptions.StandardMoveOptions.IGNORE_MISSING_FILES;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * Reads and writes the files of one warehouse. Paths are relative to its root, with {@code /} as
 * separator. A file is written under a temporary name beside its place and renamed when it is
 * whole, so that no reader ever sees half of it; writing a path again replaces it.
 */
public final class WarehouseStore implements Serializable {

  private static final String TEMPORARY = ".tmp-";

  private final String root;

  private WarehouseStore(String root) {
    this.root = root.endsWith("/") ? root : root + "/";
  }

  /** The warehouse at a local folder or at a URI that a Beam file system serves. */
  public static WarehouseStore at(String root) {
    // Before any pipeline exists; options that a run has set meanwhile are not touched.
    FileSystems.registerFileSystemsOnce(PipelineOptionsFactory.create());
    return new WarehouseStore(root);
  }

  /** Where the warehouse is, with a {@code /} at the end. */
  public String root() {
    return root;
  }

  /** The whole file, or empty when there is none. */
  public Optional<byte[]> read(String path) {
    try (var channel = FileSystems.open(resource(path))) {
      return Optional.of(Channels.newInputStream(channel).readAllBytes());
    } catch (FileNotFoundException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Opens a file for reading.
   *
   * @throws FileNotFoundException when there is none
   */
  public InputStream open(String path) throws IOException {
    return Channels.newInputStream(FileSystems.open(resource(path)));
  }

  /** Writes a whole small file. */
  public void write(String path, byte[] content) {
    try (WholeFile file = create(path)) {
      file.stream().write(content);
      file.publish();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + root + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a whole small file that is never replaced: of several writers one wins.
   *
   * @return whether this content is there now; false when another is
   */
  public boolean writeOnce(String path, byte[] content) {
    Optional<byte[]> there = read(path);
    if (there.isEmpty()) {
      if (writeNew(path, content)) {
        return true;
      }
      there = read(path);
    }
    return there.filter(found -> Arrays.equals(found, content)).isPresent();
  }

  private boolean writeNew(String path, byte[] content) {
    if (generations().isPresent()) {
      Snapshot nothing = new Snapshot(Optional.empty(), GenerationStore.NONE);
      return replace(path, nothing, content).isPresent();
    }
    try (WholeFile file = create(path)) {
      file.stream().write(content);
      return file.publishNew();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + root + path + ": " + e.getMessage(), e);
    }
  }

  /** A small file that is to be replaced by {@link #replace}. */
  public Snapshot snapshot(String path) {
    Optional<GenerationStore> generations = generations();
    if (generations.isEmpty()) {
      return new Snapshot(read(path), GenerationStore.NONE);
    }
    try {
      return generations.get().read(root + path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + root + path + ": " + e.getMessage(), e);
    }
  }

  /**
   * Writes a whole small file in place of the one that was read, unless somebody else has done so
   * meanwhile. On a local file system nobody looks: there the lock of the warehouse keeps others
   * away.
   *
   * @return what is there now; empty, and nothing is written, when somebody else was first
   */
  public Optional<Snapshot> replace(String path, Snapshot seen, byte[] content) {
    Optional<GenerationStore> generations = generations();
    if (generations.isEmpty()) {
      write(path, content);
      return Optional.of(new Snapshot(Optional.of(content), GenerationStore.NONE));
    }
    try {
      return generations
          .get()
          .write(root + path, content, seen.generation())
          .map(number -> new Snapshot(Optional.of(content), number));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + root + path + ": " + e.getMessage(), e);
    }
  }

  private Optional<GenerationStore> generations() {
    return ServiceLoader.load(GenerationStore.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(store -> root.startsWith(store.scheme() + "://"))
        .findFirst();
  }

  /** Starts a file that appears at {@code path} when it is published. */
  public WholeFile create(String path) throws IOException {
    ResourceId temporary = resource(path + TEMPORARY + UUID.randomUUID());
    return new WholeFile(
        temporary,
        resource(path),
        Channels.newOutputStream(FileSystems.create(temporary, MimeTypes.BINARY)));
  }

  /**
   * The paths of the files that match, relative to the root, sorted; unfinished files are left out.
   */
  public List<String> list(String glob) {
    try {
      MatchResult match = FileSystems.match(root + glob, EmptyMatchTreatment.ALLOW);
      if (match.status() == MatchResult.Status.NOT_FOUND) {
        return List.of();
      }
      String prefix = resource("").toString();
      return match.metadata().stream()
          .map(found -> found.resourceId().toString())
          .filter(name -> !name.contains(TEMPORARY))
          .map(name -> name.startsWith(prefix) ? name.substring(prefix.length()) : name)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + root + glob + ": " + e.getMessage(), e);
    }
  }

  /** Whether there is such a file. */
  public boolean exists(String path) {
    return !list(path).isEmpty();
  }

  /**
   * Removes every file that matches, those that were never finished included.
   *
   * @return how many there were
   */
  public int deleteAll(String glob) {
    try {
      MatchResult match = FileSystems.match(root + glob, EmptyMatchTreatment.ALLOW);
      if (match.status() == MatchResult.Status.NOT_FOUND) {
        return 0;
      }
      List<ResourceId> files =
          match.metadata().stream().map(MatchResult.Metadata::resourceId).toList();
      FileSystems.delete(files, IGNORE_MISSING_FILES);
      return files.size();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + root + glob + ": " + e.getMessage(), e);
    }
  }

  /** Removes the files of a folder whose writing was cut off. */
  public void deleteUnfinished(String folder) {
    deleteAll(folder + "*" + TEMPORARY + "*");
  }

  /** Removes a file; one that is not there is no error. */
  public void delete(String path) {
    try {
      FileSystems.delete(List.of(resource(path)), IGNORE_MISSING_FILES);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + root + path + ": " + e.getMessage(), e);
    }
  }

  private ResourceId resource(String path) {
    return path.isEmpty()
        ? FileSystems.matchNewResource(root, true)
        : FileSystems.matchNewResource(root + path, path.endsWith("/"));
  }

  /** A file that is being written. Closing it without publishing discards it. */
  public static final class WholeFile implements AutoCloseable {

    private final ResourceId temporary;
    private final ResourceId target;
    private final OutputStream stream;
    private boolean published;

    private WholeFile(ResourceId temporary, ResourceId target, OutputStream stream) {
      this.temporary = temporary;
      this.target = target;
      this.stream = stream;
    }

    /** Where the content goes. */
    public OutputStream stream() {
      return stream;
    }

    /** Makes the file appear, whole, in place of whatever was there. */
    public void publish() throws IOException {
      stream.close();
      FileSystems.rename(List.of(temporary), List.of(target));
      published = true;
    }

    /** Makes the file appear, whole, unless there is one; returns whether it did. */
    private boolean publishNew() throws IOException {
      if (!target.getScheme().equals("file")) {
        publish();
        return true;
      }
      stream.close();
      try {
        Files.createLink(Path.of(target.toString()), Path.of(temporary.toString()));
        return true;
      } catch (FileAlreadyExistsException e) {
        return false;
      } catch (UnsupportedOperationException e) {
        publish();
        return true;
      }
    }

    @Override
    public void close() throws IOException {
      if (!published) {
        stream.close();
        FileSystems.delete(List.of(temporary), IGNORE_MISSING_FILES);
      }
    }
  }
}

package dev.sluice.gcp;

import com.google.api.client.http.ByteArrayContent;
import com.google.api.services.storage.Storage;
import com.google.api.services.storage.model.StorageObject;
import dev.sluice.transforms.store.GenerationStore;
import dev.sluice.transforms.store.Snapshot;
import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;

/**
 * Compare-and-set in buckets, by the generation that an upload expects. Copies and deletions are
 * never made conditional: the condition would have to hold for them too.
 *
 * <p>It is told the options of the pipeline where the file systems of Beam are, so that both use
 * the same address and credentials on the launcher and on every worker.
 */
public final class GcsGenerations implements GenerationStore, FileSystemRegistrar {

  private static final AtomicReference<PipelineOptions> OPTIONS = new AtomicReference<>();

  @Override
  public String scheme() {
    return "gs";
  }

  @Override
  public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
    OPTIONS.set(options);
    return List.of();
  }

  @Override
  public Snapshot read(String uri) throws IOException {
    Place place = Place.of(uri);
    try {
      Storage storage = storage();
      StorageObject object = storage.objects().get(place.bucket(), place.name()).execute();
      ByteArrayOutputStream content = new ByteArrayOutputStream();
      // A part of nothing, which is what a download asks for, is refused with 416.
      if (object.getSize().signum() > 0) {
        storage
            .objects()
            .get(place.bucket(), place.name())
            .setGeneration(object.getGeneration())
            .executeMediaAndDownloadTo(content);
      }
      return new Snapshot(Optional.of(content.toByteArray()), object.getGeneration());
    } catch (FileNotFoundException e) {
      return new Snapshot(Optional.empty(), NONE);
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 404).isPresent()) {
        return new Snapshot(Optional.empty(), NONE);
      }
      throw e;
    }
  }

  @Override
  public Optional<Long> write(String uri, byte[] content, long generation) throws IOException {
    Place place = Place.of(uri);
    Storage.Objects.Insert insert =
        storage()
            .objects()
            .insert(
                place.bucket(),
                new StorageObject().setName(place.name()),
                new ByteArrayContent("application/json", content))
            .setIfGenerationMatch(generation);
    insert.getMediaHttpUploader().setDirectUploadEnabled(true);
    try {
      return Optional.of(insert.execute().getGeneration());
    } catch (IOException e) {
      if (BigQueryFailures.status(e).filter(status -> status == 412).isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static Storage storage() {
    PipelineOptions options = OPTIONS.get();
    return new GoogleApis(options == null ? PipelineOptionsFactory.create() : options).storage();
  }

  private record Place(String bucket, String name) {

    static Place of(String uri) {
      URI parsed = URI.create(uri);
      return new Place(parsed.getAuthority(), parsed.getPath().substring(1));
    }
  }
}

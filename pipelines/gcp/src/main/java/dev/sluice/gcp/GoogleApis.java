package dev.sluice.gcp;

import com.google.api.client.http.HttpRequestInitializer;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.api.gax.core.NoCredentialsProvider;
import com.google.api.gax.grpc.InstantiatingGrpcChannelProvider;
import com.google.api.services.bigquery.Bigquery;
import com.google.api.services.cloudresourcemanager.CloudResourceManager;
import com.google.api.services.storage.Storage;
import com.google.auth.Credentials;
import com.google.auth.http.HttpCredentialsAdapter;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteClient;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteSettings;
import com.google.cloud.hadoop.util.ChainingHttpRequestInitializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.apache.beam.sdk.extensions.gcp.auth.NullCredentialInitializer;
import org.apache.beam.sdk.extensions.gcp.options.GcpOptions;
import org.apache.beam.sdk.extensions.gcp.options.GcsOptions;
import org.apache.beam.sdk.extensions.gcp.util.RetryHttpRequestInitializer;
import org.apache.beam.sdk.extensions.gcp.util.Transport;
import org.apache.beam.sdk.io.gcp.bigquery.BigQueryOptions;
import org.apache.beam.sdk.options.PipelineOptions;
import org.jspecify.annotations.Nullable;

/**
 * Google's interfaces, with the credentials and the addresses of the pipeline's options. Requests
 * that a server could not serve are repeated, with growing pauses.
 */
final class GoogleApis {

  private static final String NAME = "sluice";

  private final PipelineOptions options;

  GoogleApis(PipelineOptions options) {
    this.options = options;
  }

  Bigquery bigQuery() {
    Bigquery.Builder builder =
        new Bigquery.Builder(Transport.getTransport(), Transport.getJsonFactory(), initializer())
            .setApplicationName(NAME);
    String endpoint = options.as(BigQueryOptions.class).getBigQueryEndpoint();
    if (endpoint != null && !endpoint.isEmpty()) {
      builder.setRootUrl(endpoint.endsWith("/") ? endpoint : endpoint + "/");
    }
    return builder.build();
  }

  /** The interface that takes rows; whoever asks closes it. */
  BigQueryWriteClient rows() {
    InstantiatingGrpcChannelProvider.Builder channel =
        BigQueryWriteSettings.defaultGrpcTransportProviderBuilder();
    BigQueryWriteSettings.Builder settings = BigQueryWriteSettings.newBuilder();
    String endpoint = options.as(BigQueryOptions.class).getBigQueryEndpoint();
    if (endpoint != null && !endpoint.isEmpty()) {
      // As Beam does it, but for an address that says itself that nothing is encrypted.
      URI address = URI.create(endpoint);
      settings.setEndpoint(address.getAuthority());
      if ("http".equals(address.getScheme())) {
        channel.setChannelConfigurator(builder -> builder.usePlaintext());
      }
    }
    @Nullable Credentials credentials = options.as(GcpOptions.class).getGcpCredential();
    settings.setCredentialsProvider(
        credentials == null
            ? NoCredentialsProvider.create()
            : FixedCredentialsProvider.create(credentials));
    try {
      return BigQueryWriteClient.create(
          settings.setTransportChannelProvider(channel.build()).build());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Storage storage() {
    return Transport.newStorageClient(options.as(GcsOptions.class)).build();
  }

  CloudResourceManager projects() {
    return new CloudResourceManager.Builder(
            Transport.getTransport(), Transport.getJsonFactory(), initializer())
        .setApplicationName(NAME)
        .build();
  }

  private HttpRequestInitializer initializer() {
    @Nullable Credentials credentials = options.as(GcpOptions.class).getGcpCredential();
    return new ChainingHttpRequestInitializer(
        credentials == null
            ? new NullCredentialInitializer()
            : new HttpCredentialsAdapter(credentials),
        // What is not there is an answer, and nothing to log.
        new RetryHttpRequestInitializer(List.of(404, 409)));
  }
}

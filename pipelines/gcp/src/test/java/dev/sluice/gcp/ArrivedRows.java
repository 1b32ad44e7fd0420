package dev.sluice.gcp;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.cloud.bigquery.storage.v1.AppendRowsRequest;
import com.google.cloud.bigquery.storage.v1.AppendRowsResponse;
import com.google.cloud.bigquery.storage.v1.BigQueryWriteGrpc;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.beam.sdk.io.gcp.bigquery.TableRowToStorageApiProto;
import org.jspecify.annotations.Nullable;

/** The default streams of the tables of {@link StreamingBigQuery}. */
final class ArrivedRows extends BigQueryWriteGrpc.BigQueryWriteImplBase {

  private final StreamingBigQuery bigQuery;

  ArrivedRows(StreamingBigQuery bigQuery) {
    this.bigQuery = bigQuery;
  }

  @Override
  public StreamObserver<AppendRowsRequest> appendRows(StreamObserver<AppendRowsResponse> answers) {
    return new StreamObserver<>() {
      private String table = "";
      private @Nullable Descriptor descriptor;

      @Override
      public void onNext(AppendRowsRequest request) {
        try {
          if (!request.getWriteStream().isEmpty()) {
            table = tableOf(request.getWriteStream());
          }
          if (request.getProtoRows().hasWriterSchema()) {
            descriptor =
                TableRowToStorageApiProto.wrapDescriptorProto(
                    request.getProtoRows().getWriterSchema().getProtoDescriptor());
          }
          take(table, descriptor, request.getProtoRows().getRows().getSerializedRowsList());
          answers.onNext(
              AppendRowsResponse.newBuilder()
                  .setWriteStream(request.getWriteStream())
                  .setAppendResult(AppendRowsResponse.AppendResult.getDefaultInstance())
                  .build());
        } catch (StatusRuntimeException e) {
          answers.onError(e);
        } catch (Exception e) {
          answers.onError(
              Status.INVALID_ARGUMENT.withDescription(e.toString()).asRuntimeException());
        }
      }

      @Override
      public void onError(Throwable gone) {}

      @Override
      public void onCompleted() {
        answers.onCompleted();
      }
    };
  }

  private static String tableOf(String stream) {
    String[] parts = stream.split("/", -1);
    if (parts.length != 8 || !parts[7].equals("_default")) {
      throw Status.INVALID_ARGUMENT.withDescription(stream).asRuntimeException();
    }
    return parts[5];
  }

  private void take(String name, @Nullable Descriptor descriptor, List<ByteString> rows)
      throws InvalidProtocolBufferException {
    synchronized (bigQuery) {
      bigQuery.requireServed(name, rows.size());
      StreamedTable table = bigQuery.table(name);
      Map<String, TableFieldSchema> columns = new HashMap<>();
      table.columns().forEach(column -> columns.put(column.getName(), column));
      List<StreamedTable.Arrived> changes = new ArrayList<>();
      for (ByteString row : rows) {
        StreamedTable.Arrived change = change(columns, DynamicMessage.parseFrom(descriptor, row));
        String refusal = table.refusal(change);
        if (refusal != null) {
          throw Status.INVALID_ARGUMENT.withDescription(refusal).asRuntimeException();
        }
        changes.add(change);
      }
      changes.forEach(table::take);
    }
  }

  private static StreamedTable.Arrived change(
      Map<String, TableFieldSchema> columns, DynamicMessage message) {
    Map<String, String> row = new HashMap<>();
    String type = "";
    String sequence = "";
    for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
      String name = field.getKey().getName();
      if (name.toUpperCase(Locale.ROOT).equals("_CHANGE_TYPE")) {
        type = field.getValue().toString();
      } else if (name.toUpperCase(Locale.ROOT).equals("_CHANGE_SEQUENCE_NUMBER")) {
        sequence = field.getValue().toString();
      } else if (columns.containsKey(name)) {
        row.put(name, text(field.getValue(), columns.get(name)));
      } else {
        throw Status.INVALID_ARGUMENT.withDescription("no column " + name).asRuntimeException();
      }
    }
    if (!type.equals("UPSERT") && !type.equals("DELETE")) {
      throw Status.INVALID_ARGUMENT.withDescription("no change: " + type).asRuntimeException();
    }
    return new StreamedTable.Arrived(type.equals("DELETE"), sequence, row);
  }

  private static String text(Object value, TableFieldSchema column) {
    if (value instanceof List<?> list) {
      return list.stream()
          .map(each -> text(each, column))
          .collect(Collectors.joining(", ", "[", "]"));
    }
    if (value instanceof DynamicMessage nested) {
      return column.getFields().stream()
          .map(member -> member(nested, member))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    return switch (column.getType()) {
      case "DATE" -> Cells.date(((Number) value).intValue());
      case "JSON" -> Cells.json(value.toString());
      default -> value.toString();
    };
  }

  private static String member(DynamicMessage nested, TableFieldSchema member) {
    FieldDescriptor field = nested.getDescriptorForType().findFieldByName(member.getName());
    if (field.isRepeated()) {
      return text(nested.getField(field), member);
    }
    return nested.hasField(field) ? text(nested.getField(field), member) : Cells.NOTHING;
  }
}

package dev.sluice.gcp;

import com.google.api.services.bigquery.model.TableFieldSchema;
import com.google.api.services.bigquery.model.TableSchema;
import com.google.cloud.bigquery.storage.v1.ProtoSchema;
import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.DescriptorValidationException;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericRecord;
import org.apache.beam.sdk.io.gcp.bigquery.StorageApiCDC;
import org.apache.beam.sdk.io.gcp.bigquery.TableRowToStorageApiProto;
import org.jspecify.annotations.Nullable;

/**
 * Changes of one table as the Storage Write API takes them. A column of the table that a row does
 * not have becomes null, one of an older run's that the table has is written.
 */
final class ChangeEncoding {

  private final List<String> key;
  private final Descriptor descriptor;
  private final Set<String> json = new HashSet<>();

  /**
   * @param columns those that the table has in BigQuery
   */
  ChangeEncoding(MergedTable table, List<TableFieldSchema> columns) {
    this.key = table.table().key();
    List<TableFieldSchema> writable =
        columns.stream().filter(column -> BigQueryType.isKnown(column.getType())).toList();
    writable.stream()
        .filter(column -> BigQueryType.same(column.getType(), BigQueryType.JSON.name()))
        .forEach(column -> json.add(column.getName()));
    try {
      this.descriptor =
          TableRowToStorageApiProto.getDescriptorFromTableSchema(
              new TableSchema().setFields(writable), true, true);
    } catch (DescriptorValidationException e) {
      throw new IllegalStateException(table.name() + " has columns that cannot be sent", e);
    }
  }

  ProtoSchema schema() {
    return ProtoSchema.newBuilder().setProtoDescriptor(descriptor.toProto()).build();
  }

  ByteString encode(Change change) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(descriptor);
    if (change.kind() == Change.Kind.DELETE) {
      key.forEach(column -> set(message, column, change.row().get(column)));
    } else {
      change.row().getSchema().getFields().stream()
          .map(field -> field.name())
          .forEach(column -> set(message, column, change.row().get(column)));
      if (change.table().canBeDeleted()) {
        set(message, MergedTable.DELETED, change.goneAt() != null);
        set(message, MergedTable.DELETED_AT, micros(change.goneAt()));
      }
    }
    set(message, StorageApiCDC.CHANGE_TYPE_COLUMN, change.kind().name());
    set(message, StorageApiCDC.CHANGE_SQN_COLUMN, change.order().sequenceNumber());
    return message.build().toByteString();
  }

  private static @Nullable Long micros(@Nullable Instant instant) {
    return instant == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  private void set(DynamicMessage.Builder message, String column, @Nullable Object value) {
    @Nullable FieldDescriptor field = descriptor.findFieldByName(column);
    if (field != null && value != null) {
      set(message, field, json.contains(column) ? JsonText.of(value.toString()) : value);
    }
  }

  private static void set(DynamicMessage.Builder message, FieldDescriptor field, Object value) {
    if (field.isRepeated()) {
      ((List<?>) value).forEach(each -> message.addRepeatedField(field, of(field, each)));
    } else {
      message.setField(field, of(field, value));
    }
  }

  private static Object of(FieldDescriptor field, Object value) {
    return switch (field.getJavaType()) {
      case LONG -> ((Number) value).longValue();
      case INT -> ((Number) value).intValue();
      case DOUBLE -> ((Number) value).doubleValue();
      case MESSAGE -> nested(field.getMessageType(), (GenericRecord) value);
      case STRING -> value.toString();
      default -> value;
    };
  }

  private static DynamicMessage nested(Descriptor type, GenericRecord row) {
    DynamicMessage.Builder message = DynamicMessage.newBuilder(type);
    for (FieldDescriptor field : type.getFields()) {
      @Nullable Object value = row.hasField(field.getName()) ? row.get(field.getName()) : null;
      if (value != null) {
        set(message, field, value);
      }
    }
    return message.build();
  }
}

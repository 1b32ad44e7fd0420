package dev.sluice.schemas.avro;

import dev.sluice.schemas.table.Column;
import dev.sluice.schemas.table.Computation;
import dev.sluice.schemas.table.Declaration;
import dev.sluice.schemas.table.Reading;
import dev.sluice.schemas.table.Source;
import dev.sluice.schemas.value.Converter;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/** Fills one column of a row. */
interface Cell<E> {

  void fill(GenericRecord record, E element, MisfitListener misfits);

  static <E> List<Cell<E>> of(Declaration<E> declaration, Schema schema) {
    List<Cell<E>> cells = new ArrayList<>();
    for (int i = 0; i < declaration.readings().size(); i++) {
      Column column = declaration.table().columns().get(i);
      Reading<E> reading = declaration.readings().get(i);
      if (reading instanceof Reading.Located<E> located) {
        Converter converter = Converter.of(column.type(), schema.getFields().get(i).schema());
        cells.add(converted(i, column, located.source(), converter));
      } else if (reading instanceof Reading.Computed<E> computed) {
        cells.add(computed(i, computed.computation()));
      }
    }
    return List.copyOf(cells);
  }

  private static <E> Cell<E> converted(
      int position, Column column, Source<E> source, Converter converter) {
    return (record, element, misfits) -> {
      Object value = converter.convert(source.in(element));
      if (value == Converter.MISFIT) {
        misfits.misfit(column);
      } else {
        record.put(position, value);
      }
    };
  }

  private static <E> Cell<E> computed(int position, Computation<E> computation) {
    return (record, element, misfits) -> record.put(position, computation.of(element));
  }
}

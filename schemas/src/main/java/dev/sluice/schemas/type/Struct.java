package dev.sluice.schemas.type;

import java.util.List;

/**
 * A record inside a column. Its name identifies it: two structs of one name are the same struct.
 *
 * @param members in the order of the Avro record; each may be null
 */
public record Struct(String name, List<Member> members) implements Type {

  /** Copies the members. */
  public Struct {
    members = List.copyOf(members);
  }

  @Override
  public String text() {
    return name;
  }
}

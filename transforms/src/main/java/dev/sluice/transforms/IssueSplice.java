package dev.sluice.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.transforms.jira.ChildKind;
import dev.sluice.transforms.jira.IssueChild;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts whole lists of children into the bytes of an issue, in the place of what was embedded; the
 * total says how many there are now. Every other byte stays as Jira sent it.
 */
final class IssueSplice {

  private record Edit(EmbeddedList.Place place, List<byte[]> pieces) {}

  private final byte[] json;
  private final IssueOutline outline;
  private final List<Edit> edits = new ArrayList<>();

  IssueSplice(byte[] json, IssueOutline outline) {
    this.json = json;
    this.outline = outline;
  }

  void replace(ChildKind kind, List<IssueChild> children) {
    EmbeddedList embedded = outline.list(kind).orElseThrow();
    List<byte[]> list = list(children);
    if (embedded.listAt().isPresent() && embedded.totalAt().isPresent()) {
      edits.add(new Edit(embedded.listAt().get(), list));
      edits.add(
          new Edit(
              embedded.totalAt().get(),
              List.of(Integer.toString(children.size()).getBytes(UTF_8))));
      return;
    }
    String head = "{\"total\":" + children.size() + ",\"" + kind.list() + "\":";
    List<byte[]> whole = new ArrayList<>(list.size() + 2);
    whole.add(head.getBytes(UTF_8));
    whole.addAll(list);
    whole.add("}".getBytes(UTF_8));
    edits.add(new Edit(embedded.holder(), whole));
  }

  byte[] bytes() {
    edits.sort(Comparator.comparingInt(edit -> edit.place().from()));
    ByteArrayOutputStream out = new ByteArrayOutputStream(sizeAfter());
    int at = 0;
    for (Edit edit : edits) {
      out.write(json, at, edit.place().from() - at);
      edit.pieces().forEach(out::writeBytes);
      at = edit.place().to();
    }
    out.write(json, at, json.length - at);
    return out.toByteArray();
  }

  private int sizeAfter() {
    long size = json.length;
    for (Edit edit : edits) {
      size += edit.pieces().stream().mapToLong(piece -> piece.length).sum();
      size -= edit.place().to() - edit.place().from();
    }
    return Math.toIntExact(size);
  }

  private static List<byte[]> list(List<IssueChild> children) {
    byte[] comma = ",".getBytes(UTF_8);
    List<byte[]> pieces = new ArrayList<>(2 * children.size() + 2);
    pieces.add("[".getBytes(UTF_8));
    for (int i = 0; i < children.size(); i++) {
      if (i > 0) {
        pieces.add(comma);
      }
      pieces.add(children.get(i).json());
    }
    pieces.add("]".getBytes(UTF_8));
    return pieces;
  }
}

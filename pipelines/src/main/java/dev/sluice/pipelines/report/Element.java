package dev.sluice.pipelines.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An element of HTML or SVG. Text and attributes are escaped when they are written, wherever they
 * come from; names of elements and attributes are ours. Where a link leads is decided by {@link
 * Links}.
 */
final class Element {

  private static final Set<String> WITHOUT_END = Set.of("br", "link", "meta");

  /** A line break after these changes nothing on the page, and makes its source readable. */
  private static final Set<String> WITH_A_LINE =
      Set.of(
          "body", "dd", "div", "dl", "dt", "figure", "footer", "h1", "h2", "head", "header", "html",
          "li", "main", "meta", "nav", "ol", "p", "rect", "section", "style", "svg", "table",
          "tbody", "thead", "title", "tr", "ul");

  private record Verbatim(String text) {}

  private final String name;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  private Element(String name) {
    this.name = name;
  }

  static Element of(String name) {
    return new Element(name);
  }

  static Element of(String name, String text) {
    return new Element(name).text(text);
  }

  /** A name or a text that somebody typed: it may run right to left, what surrounds it may not. */
  static Element typed(String text) {
    return of("bdi", text);
  }

  Element with(String attribute, String value) {
    attributes.put(attribute, value);
    return this;
  }

  Element as(String cssClass) {
    return with("class", cssClass);
  }

  Element text(String text) {
    content.add(PlainText.of(text));
    return this;
  }

  /** For the style sheet alone, which is ours: it is not escaped. */
  Element verbatim(String css) {
    content.add(new Verbatim(css));
    return this;
  }

  Element add(Element... children) {
    return add(List.of(children));
  }

  Element add(List<Element> children) {
    content.addAll(children);
    return this;
  }

  @Override
  public String toString() {
    StringBuilder html = new StringBuilder();
    write(html);
    return html.toString();
  }

  private void write(StringBuilder html) {
    html.append('<').append(name);
    attributes.forEach(
        (attribute, value) -> {
          html.append(' ').append(attribute).append("=\"");
          escape(PlainText.of(value), html);
          html.append('"');
        });
    html.append('>');
    for (Object each : content) {
      if (each instanceof Element child) {
        child.write(html);
      } else if (each instanceof Verbatim verbatim) {
        html.append(verbatim.text());
      } else {
        escape(each.toString(), html);
      }
    }
    if (!WITHOUT_END.contains(name)) {
      html.append("</").append(name).append('>');
    }
    if (WITH_A_LINE.contains(name)) {
      html.append('\n');
    }
  }

  private static void escape(String text, StringBuilder html) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      switch (character) {
        case '&' -> html.append("&amp;");
        case '<' -> html.append("&lt;");
        case '>' -> html.append("&gt;");
        case '"' -> html.append("&quot;");
        case '\'' -> html.append("&#39;");
        default -> html.append(character);
      }
    }
  }
}

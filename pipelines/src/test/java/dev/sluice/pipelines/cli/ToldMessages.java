package dev.sluice.pipelines.cli;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * The messages that are written where an exception is made, read from the sources: so none can be
 * missing on the page about errors.
 */
final class ToldMessages extends TreeScanner<@Nullable Void, @Nullable Void> {

  private static final String RUN_EXCEPTION = "RunException";
  private static final Set<String> OTHERS =
      Set.of(
          "UsageException",
          "ConfigException",
          "Unreachable",
          "SuspiciousCensusException",
          "RegistryOvertakenException");

  private final Set<ToldMessage> built = new LinkedHashSet<>();
  private final Set<ToldMessage> thrown = new LinkedHashSet<>();
  private final Map<String, String> hints = new HashMap<>();
  private String constructed = "";

  /** By file, in the order of their paths. */
  static List<ToldMessage> inSources() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    ToldMessages messages = new ToldMessages();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        messages.scan(unit, null);
      }
    }
    return messages.found();
  }

  /** What a constructor is given is no message where it makes the message itself. */
  private List<ToldMessage> found() {
    Set<String> builders = built.stream().map(ToldMessage::kind).collect(Collectors.toSet());
    return Stream.concat(
            built.stream(), thrown.stream().filter(told -> !builders.contains(told.kind())))
        .map(told -> told.hint().isEmpty() ? hinted(told) : told)
        .toList();
  }

  private ToldMessage hinted(ToldMessage told) {
    String hint = hints.getOrDefault(told.kind(), "as said above");
    return new ToldMessage(told.kind(), told.message(), hint);
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(".."))) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/"))
          .sorted()
          .toList();
    }
  }

  @Override
  public @Nullable Void visitClass(ClassTree type, @Nullable Void none) {
    String outer = constructed;
    Tree parent = type.getExtendsClause();
    constructed =
        parent != null && parent.toString().equals(RUN_EXCEPTION)
            ? type.getSimpleName().toString()
            : "";
    super.visitClass(type, null);
    constructed = outer;
    return null;
  }

  @Override
  public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void none) {
    if (call.getMethodSelect().toString().matches("super|this") && !constructed.isEmpty()) {
      note(constructed, call.getArguments(), built);
      call.getArguments().stream()
          .skip(1)
          .filter(ToldMessages::speaks)
          .forEach(hint -> hints.put(constructed, text(hint)));
    }
    return super.visitMethodInvocation(call, null);
  }

  @Override
  public @Nullable Void visitNewClass(NewClassTree made, @Nullable Void none) {
    String name = made.getIdentifier().toString();
    if (name.startsWith(RUN_EXCEPTION + ".")) {
      note(name.substring(RUN_EXCEPTION.length() + 1), made.getArguments(), thrown);
    } else if (OTHERS.contains(name)) {
      note(kind(name), made.getArguments(), thrown);
    }
    return super.visitNewClass(made, null);
  }

  private static String kind(String exception) {
    String word = exception.replace("Exception", "");
    return word.equals("Config") ? "Configuration" : word;
  }

  private static void note(
      String kind, List<? extends ExpressionTree> arguments, Set<ToldMessage> told) {
    if (!arguments.isEmpty() && speaks(arguments.get(0))) {
      boolean hinted = arguments.size() > 1 && speaks(arguments.get(1));
      told.add(new ToldMessage(kind, text(arguments.get(0)), hinted ? text(arguments.get(1)) : ""));
    }
  }

  /** Whether there are words in it, and not only particulars. */
  private static boolean speaks(ExpressionTree expression) {
    return text(expression).replaceAll("\\*[^*]*\\*", "").matches("(?s).*[a-z]{2}.*");
  }

  private static String text(ExpressionTree expression) {
    if (expression instanceof LiteralTree literal) {
      return String.valueOf(literal.getValue());
    }
    if (expression instanceof ParenthesizedTree inner) {
      return text(inner.getExpression());
    }
    if (expression instanceof BinaryTree both && both.getKind() == Tree.Kind.PLUS) {
      // Two particulars side by side are one.
      return (text(both.getLeftOperand()) + text(both.getRightOperand())).replace("**", " ");
    }
    if (expression instanceof ConditionalExpressionTree either) {
      return text(either.getTrueExpression()) + "; or: " + text(either.getFalseExpression());
    }
    if (expression instanceof MethodInvocationTree call) {
      return text(call);
    }
    return particular(expression);
  }

  private static String text(MethodInvocationTree call) {
    if (call.getMethodSelect() instanceof MemberSelectTree method) {
      List<String> arguments = new ArrayList<>();
      call.getArguments().forEach(argument -> arguments.add(text(argument)));
      if (method.toString().equals("List.of")) {
        return String.join("; ", arguments);
      }
      if (method.toString().equals("String.join")) {
        return arguments.get(1);
      }
      if (method.getIdentifier().contentEquals("orElse")) {
        // An addition that may be left out.
        return "";
      }
      if (method.getIdentifier().contentEquals("formatted")) {
        return text(method.getExpression())
            .replace("%,d", "%s")
            .replace("%d", "%s")
            .formatted(arguments.toArray());
      }
    }
    return particular(call.getMethodSelect());
  }

  private static String particular(ExpressionTree expression) {
    String name = "particulars";
    if (expression instanceof IdentifierTree identifier) {
      name = identifier.getName().toString();
    } else if (expression instanceof MemberSelectTree member) {
      name = member.getIdentifier().toString();
    }
    return "*"
        + name.replaceFirst("^get(?=[A-Z])", "")
            .replaceAll("([a-z])([A-Z])", "$1 $2")
            .toLowerCase(Locale.ROOT)
            .replace('_', ' ')
        + "*";
  }
}

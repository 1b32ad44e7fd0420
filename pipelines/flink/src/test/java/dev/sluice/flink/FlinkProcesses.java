package dev.sluice.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real JobManager and real TaskManagers, each a process of its own on loopback, with nothing of
 * ours and nothing of Beam's on their class path: a job brings that along.
 */
final class FlinkProcesses implements AutoCloseable {

  /** So many that the others can take over what one had. */
  static final int SLOTS = 4;

  private static final ObjectMapper JSON = new ObjectMapper();

  /** What the scripts of a Flink distribution open on Java 17. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.lang",
          "java.base/java.net",
          "java.base/java.io",
          "java.base/java.nio",
          "java.base/sun.nio.ch",
          "java.base/java.lang.reflect",
          "java.base/java.text",
          "java.base/java.time",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/java.util.concurrent.locks");

  private final Path folder;
  private final URI address;
  private final Process jobManager;
  private final List<Process> taskManagers = new ArrayList<>();

  private FlinkProcesses(Path folder, int taskManagers) throws IOException {
    this.folder = Files.createDirectories(folder);
    int port = freePort();
    this.address = URI.create("http://127.0.0.1:" + port);
    Files.writeString(folder.resolve("flink-conf.yaml"), configuration(port, folder));
    jobManager =
        start(
            "jobmanager",
            256,
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint");
    for (int number = 0; number < taskManagers; number++) {
      this.taskManagers.add(
          start(
              name(number),
              512,
              "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
              "-Dtaskmanager.resource-id=" + name(number)));
    }
  }

  /** Returns when so many TaskManagers are there. */
  static FlinkProcesses start(Path folder, int taskManagers) throws InterruptedException {
    try {
      FlinkProcesses flink = new FlinkProcesses(folder, taskManagers);
      while (flink.registered() < taskManagers) {
        if (flink.jobManager.waitFor(100, TimeUnit.MILLISECONDS)) {
          throw new IOException("the JobManager ended at once, see " + folder);
        }
      }
      return flink;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The JobManager, as {@code --flinkMaster} wants it. */
  String master() {
    return address.getAuthority();
  }

  /** How many slots of a TaskManager have something to do. */
  int busySlots(int number) throws IOException {
    JsonNode about = JSON.readTree(address.resolve("/taskmanagers/" + name(number)).toURL());
    return about.path("slotsNumber").asInt() - about.path("freeSlots").asInt();
  }

  /** Whether a job is under way. */
  boolean isBusy() throws IOException {
    return !Set.of("FINISHED", "FAILED", "CANCELED").containsAll(states());
  }

  /** How every job stands. */
  List<String> states() throws IOException {
    return JSON.readTree(address.resolve("/jobs/overview").toURL()).findValuesAsText("state");
  }

  /** Kills a TaskManager with -9. */
  void kill(int number) throws InterruptedException {
    taskManagers.get(number).destroyForcibly().waitFor();
  }

  private int registered() {
    try {
      return JSON.readTree(address.resolve("/overview").toURL()).path("taskmanagers").asInt();
    } catch (IOException e) {
      // It does not listen yet.
      return 0;
    }
  }

  private static String name(int number) {
    return "taskmanager-" + number;
  }

  private Process start(String name, int heapMegabytes, String main, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC"));
    OPENED.forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
    command.addAll(List.of("-cp", classPath(), main, "--configDir", folder.toString()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  /** Flink and what it needs itself. */
  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> entry.endsWith(".jar"))
        .filter(entry -> !entry.contains("beam") && !Path.of(entry).startsWith(home()))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The root of the repository. */
  private static Path home() {
    return Path.of("").toAbsolutePath().resolve("../..").normalize();
  }

  private static String configuration(int port, Path folder) throws IOException {
    return """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.rpc.port: %d
        jobmanager.bind-host: 127.0.0.1
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %d
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %d
        taskmanager.cpu.cores: 1.0
        taskmanager.memory.framework.heap.size: 64m
        taskmanager.memory.framework.off-heap.size: 64m
        taskmanager.memory.task.heap.size: 448m
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.managed.size: 128m
        taskmanager.memory.network.min: 128m
        taskmanager.memory.network.max: 128m
        taskmanager.memory.jvm-metaspace.size: 256m
        taskmanager.memory.jvm-overhead.min: 64m
        taskmanager.memory.jvm-overhead.max: 64m
        taskmanager.network.sort-shuffle.min-buffers: 16
        cluster.evenly-spread-out-slots: true
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 5
        restart-strategy.fixed-delay.delay: 1 s
        heartbeat.interval: 1000
        heartbeat.timeout: 50000
        io.tmp.dirs: %s
        """
        .formatted(freePort(), port, SLOTS, Files.createDirectories(folder.resolve("tmp")));
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  @Override
  public void close() {
    taskManagers.forEach(Process::destroyForcibly);
    jobManager.destroyForcibly();
    taskManagers.forEach(process -> process.onExit().join());
    jobManager.onExit().join();
  }
}

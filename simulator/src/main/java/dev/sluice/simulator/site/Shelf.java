package dev.sluice.simulator.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Components and versions of the projects. */
final class Shelf {
  private static final Map<Department, List<String>> COMPONENTS =
      Map.of(
          Department.MKTG, List.of("Brand", "Lead generation", "Newsletter", "Website"),
          Department.CREA, List.of("Copy", "Design", "Film", "Sound, music"),
          Department.MEDIA, List.of("Paid search", "Paid social", "Out of home"),
          Department.EVNT, List.of(),
          Department.DO, List.of("Tracking", "CMS", "CRM \"Atlas\""),
          Department.PRINT, List.of("Catalogue"));

  private final Map<Department, List<Component>> components = new EnumMap<>(Department.class);
  private final Map<Department, List<Version>> versions = new EnumMap<>(Department.class);

  Shelf(LocalDate first, LocalDate today) {
    int componentId = 10_000;
    int versionId = 10_000;
    for (Department project : Department.values()) {
      List<Component> ofProject = new ArrayList<>();
      for (String name : COMPONENTS.getOrDefault(project, List.of())) {
        ofProject.add(new Component(Integer.toString(componentId++), project, name));
      }
      components.put(project, List.copyOf(ofProject));
      List<Version> quarters = new ArrayList<>();
      if (project != Department.EVNT && project != Department.PRINT) {
        LocalDate start =
            LocalDate.of(first.getYear(), 3 * ((first.getMonthValue() - 1) / 3) + 1, 1);
        for (; start.isBefore(today.plusMonths(6)); start = start.plusMonths(3)) {
          quarters.add(quarter(Integer.toString(versionId++), project, start, today));
        }
      }
      versions.put(project, List.copyOf(quarters));
    }
  }

  List<Component> components(Department project) {
    return components.getOrDefault(project, List.of());
  }

  List<Version> versions(Department project) {
    return versions.getOrDefault(project, List.of());
  }

  private static Version quarter(String id, Department project, LocalDate start, LocalDate today) {
    LocalDate release = start.plusMonths(3).minusDays(1);
    String name = start.getYear() + "-Q" + ((start.getMonthValue() - 1) / 3 + 1);
    boolean late = project == Department.DO || release.isAfter(today.minusMonths(1));
    boolean released = release.isBefore(today) && !(late && release.isAfter(today.minusMonths(5)));
    boolean archived = release.isBefore(today.minusYears(2));
    return new Version(id, project, name, archived, released, start, release);
  }
}

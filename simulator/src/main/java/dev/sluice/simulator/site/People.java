package dev.sluice.simulator.site;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who works in the department, and who used to. */
final class People {
  private static final List<String> NAMES =
      List.of(
          "Maya Lindqvist",
          "Tomás Herrera",
          "Aisha Bello",
          "Jonas Weber",
          "Priya Raman",
          "Claire Dubois",
          "Kenji Mori",
          "Olga Petrenko",
          "Samuel Okafor",
          "Nina Hoffmann",
          "Luca Moretti",
          "Grace O'Neill",
          "Mateusz Zieliński",
          "Yara Haddad",
          "Ben Carter",
          "Ingrid Solberg",
          "Diego Fuentes",
          "Hannah Fischer",
          "Zoë van Dijk",
          "Arjun Mehta",
          "Leila Farsi",
          "Oskar Nilsson",
          "Chloé Martin",
          "Ravi Kapoor",
          "Emma Schulz",
          "Farid Karimi",
          "Sofia Rossi",
          "Noah Klein",
          "Mei Tanaka",
          "Pavel Novák",
          "Lena \"Len\" Brandt",
          "Ana Souza",
          "Viktor Horváth",
          "Ruth Adeyemi",
          "Paul Becker",
          "李娜",
          "Юлия Соколова",
          "Amélie Laurent",
          "Jack Thompson",
          "Ebru Yılmaz",
          "Karl Lang",
          "Irene Costa");
  private static final List<Role> ROLES =
      List.of(
          Role.CAMPAIGN,
          Role.CREATIVE,
          Role.MEDIA,
          Role.CREATIVE,
          Role.DIGITAL,
          Role.LEGAL,
          Role.EVENTS);
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("America/Los_Angeles"),
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Pacific/Auckland"));

  private final List<Person> everybody = new ArrayList<>();
  private final List<Person> leavers = new ArrayList<>();
  private final Map<Role, List<Person>> byRole = new EnumMap<>(Role.class);

  People(long seed, Instant now) {
    Dice dice = Dice.of(seed, -1);
    for (int position = 0; position < NAMES.size(); position++) {
      Role role = ROLES.get(position % ROLES.size());
      Optional<Instant> leftAt =
          position >= 2 * ROLES.size() && dice.chance(0.25)
              ? Optional.of(now.minus(Duration.ofHours(dice.between(24 * 20, 24 * 1000))))
              : Optional.empty();
      add(person(NAMES.get(position), position, role, leftAt, dice));
    }
    Instant longGone = now.minus(Duration.ofDays(400));
    add(former("JIRAUSER10900", "5f0000000000000000000900", Role.CREATIVE, longGone));
    add(former("JIRAUSER10901", "unknown", Role.CAMPAIGN, longGone.minus(Duration.ofDays(200))));
    add(
        new Person(
            "557058:0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9",
            "JIRAUSER10999",
            "import-bot",
            "Legacy Import",
            Optional.empty(),
            Role.SYSTEM,
            ZoneId.of("Etc/GMT"),
            Optional.empty()));
  }

  /** Those who left. */
  List<Person> leavers() {
    return leavers;
  }

  List<Person> everybody() {
    return everybody;
  }

  Person importer() {
    return everybody.get(everybody.size() - 1);
  }

  /** Somebody of that role who works there at that moment. */
  Person pick(Role role, Instant moment, Dice dice) {
    List<Person> team = byRole.getOrDefault(role, everybody);
    for (int attempt = 0; attempt < 8; attempt++) {
      Person candidate = dice.pick(team);
      if (candidate.worksAt(moment)) {
        return candidate;
      }
    }
    return team.get(0);
  }

  private void add(Person person) {
    everybody.add(person);
    if (person.leftAt().isPresent()) {
      leavers.add(person);
    }
    byRole.computeIfAbsent(person.role(), role -> new ArrayList<>()).add(person);
  }

  private static Person person(
      String displayName, int position, Role role, Optional<Instant> leftAt, Dice dice) {
    String name =
        displayName.codePoints().allMatch(letter -> letter < 128)
            ? displayName.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".")
            : "user" + (100 + position);
    boolean showsAddress = leftAt.isEmpty() && dice.chance(0.7);
    return new Person(
        String.format(Locale.ROOT, "5b10a28%03d4c2016570%04x", position, dice.below(65_536)),
        position < 6 ? name : "JIRAUSER" + (10_100 + position),
        name,
        displayName,
        showsAddress ? Optional.of(name + "@example.com") : Optional.empty(),
        role,
        ZONES.get(dice.chance(0.5) ? 0 : dice.below(ZONES.size())),
        leftAt);
  }

  private static Person former(String key, String accountId, Role role, Instant leftAt) {
    ZoneId zone = ZoneId.of("America/Los_Angeles");
    return new Person(
        accountId, key, key, "Former user", Optional.empty(), role, zone, Optional.of(leftAt));
  }
}

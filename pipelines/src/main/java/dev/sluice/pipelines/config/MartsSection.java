package dev.sluice.pipelines.config;

import dev.sluice.schemas.mart.MartChoices;
import dev.sluice.schemas.mart.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Reads {@code marts}. */
final class MartsSection {

  private MartsSection() {}

  static MartChoices read(Section marts) {
    Section campaign = marts.section("campaign");
    List<String> types = campaign.texts("issue-types");
    Map<Role, String> columns = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      int dot = role.key().indexOf('.');
      Section section = dot < 0 ? marts : campaign;
      section.text(role.key().substring(dot + 1)).ifPresent(name -> columns.put(role, name));
    }
    campaign.finish();
    marts.finish();
    return new MartChoices(types, columns);
  }
}

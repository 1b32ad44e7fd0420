package dev.sluice.simulator.api;

/** The endpoints of Data Center; there is no version 3. */
final class DataCenterRoutes {
  private DataCenterRoutes() {}

  static Routes of(ServedSite jira) {
    Routes routes = new Routes();
    OffsetSearch search = new OffsetSearch(jira);
    routes
        .get("/rest/api/{v}/search", Access.BROWSING, search::get)
        .post("/rest/api/{v}/search", Access.BROWSING, search::post);
    CatalogueResource catalogue = new CatalogueResource(jira);
    ProjectResource projects = new ProjectResource(jira);
    SharedRoutes.add(routes, jira, catalogue, projects);
    routes.get("/rest/api/{v}/user/list", Access.LOGIN, new UserResource(jira)::stream);
    SharedRoutes.addProject(routes, jira, projects);
    return routes;
  }
}

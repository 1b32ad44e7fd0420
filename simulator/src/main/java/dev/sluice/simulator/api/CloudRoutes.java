package dev.sluice.simulator.api;

/** The endpoints of Cloud. */
final class CloudRoutes {
  private CloudRoutes() {}

  static Routes of(ServedSite jira) {
    Routes routes = new Routes();
    EnhancedSearch search = new EnhancedSearch(jira);
    routes
        .get("/rest/api/{v}/search/jql", Access.BROWSING, search::get)
        .post("/rest/api/{v}/search/jql", Access.BROWSING, search::post)
        .post("/rest/api/{v}/search/approximate-count", Access.BROWSING, search::count)
        .get("/rest/api/{v}/search", Access.BROWSING, call -> EnhancedSearch.gone())
        .post("/rest/api/{v}/search", Access.BROWSING, call -> EnhancedSearch.gone());
    CatalogueResource catalogue = new CatalogueResource(jira);
    ProjectResource projects = new ProjectResource(jira);
    SharedRoutes.add(routes, jira, catalogue, projects);
    UserResource users = new UserResource(jira);
    routes
        .get("/rest/api/{v}/field/search", Access.LOGIN, catalogue::fieldSearch)
        .get("/rest/api/{v}/statuses/search", Access.LOGIN, catalogue::statusSearch)
        .get("/rest/api/{v}/priority/search", Access.BROWSING, catalogue::prioritySearch)
        .get("/rest/api/{v}/resolution/search", Access.BROWSING, catalogue::resolutionSearch)
        .get("/rest/api/{v}/users/search", Access.LOGIN, users::all)
        .get("/rest/api/{v}/user/bulk", Access.LOGIN, users::bulk)
        .get("/rest/api/{v}/project/search", Access.BROWSING, projects::search)
        .get(
            "/rest/api/{v}/issue/{issue}/changelog",
            Access.BROWSING,
            new IssueResource(jira)::changelog)
        .get("/rest/software/1.0/sprint/{sprint}/issue", Access.BROWSING, search::sprintIssues)
        .post("/rest/api/{v}/comment/list", Access.BROWSING, new CommentResource(jira)::list)
        .post("/rest/api/{v}/issue/bulkfetch", Access.BROWSING, new BulkResource(jira)::issues)
        .post("/rest/api/{v}/changelog/bulkfetch", Access.BROWSING, new ChangelogBulk(jira)::fetch)
        .post("/rest/api/{v}/jql/parse", Access.BROWSING, new JqlResource(jira)::parse);
    SharedRoutes.addProject(routes, jira, projects);
    return routes;
  }
}

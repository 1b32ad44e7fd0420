package dev.sluice.simulator.api;

/** The endpoints both editions have under the same path. */
final class SharedRoutes {
  private SharedRoutes() {}

  static void add(
      Routes routes, ServedSite jira, CatalogueResource catalogue, ProjectResource projects) {
    ServerResource server = new ServerResource(jira);
    routes
        .get("/rest/api/{v}/serverInfo", Access.PUBLIC, server::serverInfo)
        .get("/rest/api/{v}/myself", Access.LOGIN, server::myself)
        .get("/rest/api/{v}/field", Access.BROWSING, catalogue::fields)
        .get("/rest/api/{v}/status", Access.BROWSING, catalogue::statuses)
        .get("/rest/api/{v}/issuetype", Access.BROWSING, catalogue::issueTypes)
        .get("/rest/api/{v}/priority", Access.BROWSING, catalogue::priorities)
        .get("/rest/api/{v}/resolution", Access.BROWSING, catalogue::resolutions)
        .get("/rest/api/{v}/project", Access.BROWSING, projects::list);
    issues(routes, jira);
    agile(routes, new AgileResource(jira));
  }

  /** Open parts fit anything, so these come after every fixed path of the same length. */
  static void addProject(Routes routes, ServedSite jira, ProjectResource projects) {
    ProjectParts parts = new ProjectParts(jira, projects);
    routes
        .get("/rest/api/{v}/project/{project}", Access.BROWSING, projects::one)
        .get("/rest/api/{v}/project/{project}/components", Access.BROWSING, parts::components)
        .get("/rest/api/{v}/project/{project}/component", Access.BROWSING, parts::componentPage)
        .get("/rest/api/{v}/project/{project}/versions", Access.BROWSING, parts::versions)
        .get("/rest/api/{v}/project/{project}/version", Access.BROWSING, parts::versionPage)
        .get("/rest/api/{v}/project/{project}/statuses", Access.BROWSING, parts::statuses);
  }

  private static void issues(Routes routes, ServedSite jira) {
    IssueResource issues = new IssueResource(jira);
    WorklogResource worklogs = new WorklogResource(jira);
    UserResource users = new UserResource(jira);
    routes
        .get("/rest/api/{v}/issue/{issue}", Access.BROWSING, issues::issue)
        .get("/rest/api/{v}/issue/{issue}/comment", Access.BROWSING, issues::comments)
        .get("/rest/api/{v}/issue/{issue}/worklog", Access.BROWSING, issues::worklogs)
        .get("/rest/api/{v}/worklog/updated", Access.BROWSING, worklogs::updated)
        .get("/rest/api/{v}/worklog/deleted", Access.BROWSING, worklogs::deleted)
        .post("/rest/api/{v}/worklog/list", Access.BROWSING, worklogs::list)
        .get("/rest/api/{v}/user/search", Access.LOGIN, users::search);
  }

  private static void agile(Routes routes, AgileResource agile) {
    routes
        .get("/rest/agile/1.0/board", Access.BROWSING, agile::boards)
        .get("/rest/agile/1.0/board/{board}", Access.BROWSING, agile::board)
        .get("/rest/agile/1.0/board/{board}/sprint", Access.BROWSING, agile::boardSprints)
        .get("/rest/agile/1.0/sprint/{sprint}", Access.BROWSING, agile::sprint)
        .get("/rest/agile/1.0/sprint/{sprint}/issue", Access.BROWSING, agile::sprintIssues);
  }
}

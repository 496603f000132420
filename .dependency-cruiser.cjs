// The arrows between folders, as docs/architecture.md draws them. Each rule's comment is what whoever breaks it reads.
const npm = "node_modules/";

/** An npm package that only one folder may import. `home` is a path pattern. */
const homes = [
  { packages: ["zod"], home: "^core/protocol/", also: ["^templates/", "^service/"], why: "schemas stand at the doors" },
  { packages: ["express"], home: "^service/http/", why: "only http/ speaks HTTP" },
  { packages: ["kysely", "pg"], home: "^service/store/", why: "only store/ speaks SQL; ask for a port" },
  { packages: ["exceljs"], home: "^service/workbook/", why: "only workbook/ writes .xlsx files" },
  {
    packages: ["saxes", "fflate"],
    home: "^service/workbook/",
    also: ["^service/documents/", "^service/evidence/", "^addin/hosts/deflate-codec\\.ts$"],
    why: "only the guarded reader opens foreign files, the evidence ZIP is packed beside it, and the desk's base snapshot is deflated",
  },
  { packages: ["docx"], home: "^service/documents/", why: "only documents/ renders Word" },
  { packages: ["node-cron"], home: "^service/jobs/", why: "only jobs/ wakes by the clock" },
  { packages: ["pinyin-pro"], home: "^service/pinyin/", why: "names become Latin letters in one place" },
  {
    packages: ["@univerjs/[^/]+", "rxjs"],
    home: "^addin/hosts/grid/",
    why: "only hosts/grid says Univer; everyone else says SheetHost",
  },
  {
    packages: ["node-forge"],
    home: "^service/certificates/",
    why: "an office's certificates are made in one place",
  },
  {
    packages: ["@microsoft/office-js"],
    home: "^addin/hosts/excel/",
    why: "only hosts/excel says Excel, and its pages load the library from the service, never from a bundle",
  },
  { packages: ["et-jsapi-declare"], home: "^addin/hosts/wps/", why: "only hosts/wps says Application" },
  {
    packages: ["lowdb"],
    home: "^addin/outbox/",
    also: ["^addin/service-client/outbox/"],
    why: "lowdb holds what belongs to one desk, never canonical data",
  },
  { packages: ["react", "react-dom", "@fluentui/[^/]+"], home: "^addin/", why: "only the add-in draws screens" },
];

const oneHome = homes.map(({ packages, home, also = [], why }) => ({
  name: `home-of-${packages[0].replace(/[^a-z-]/g, "")}`,
  comment: `${packages.join(", ")} may be imported in ${[home, ...also].join(" and ")} only: ${why}.`,
  severity: "error",
  from: { path: "^(?:core|service|addin)/", pathNot: [home, ...also] },
  to: { path: `${npm}(?:@types/)?(?:${packages.join("|")})/` },
}));

/** Within core: the folders that a folder may import besides itself. */
const domain = ["organisation", "access", "ledger", "people", "report", "calendar", "sheet"];

module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment:
        "Two files that need each other are one idea or hide a third one: move what both need into its own file.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolves",
      comment: "An import that leads nowhere: check the path, the .ts at its end and package.json.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "declared-packages",
      comment: "An npm package must stand in package.json, with its reason in docs/decisions/0002-dependencies.md.",
      severity: "error",
      from: { path: "^(?:core|service|addin|test)/" },
      to: { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    },
    {
      name: "shipped-packages",
      comment: "What runs in service must not need a package that exists for development only.",
      severity: "error",
      from: { path: "^(?:core|service|addin)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["npm", "type-only"], pathNot: "node_modules/@types/" },
    },
    {
      name: "core-is-pure",
      comment:
        "core imports only core (and zod in protocol): no I/O, no clock, no service, no screen. Take it as an argument.",
      severity: "error",
      from: { path: "^core/" },
      to: { pathNot: ["^core/", `${npm}zod/`] },
    },
    {
      name: "kernel-imports-nothing",
      comment: "kernel is the ground everything stands on: it imports nothing but its own files.",
      severity: "error",
      from: { path: "^core/kernel/" },
      to: { pathNot: "^core/kernel/" },
    },
    {
      name: "zod-only-in-protocol",
      comment: "In core, zod is for protocol only: inside the domain types are trusted.",
      severity: "error",
      from: { path: "^core/", pathNot: "^core/protocol/" },
      to: { path: `${npm}zod/` },
    },
    {
      name: "domain-knows-no-protocol",
      comment: "No domain folder imports protocol: schemas describe the domain, never the other way round.",
      severity: "error",
      from: { path: `^core/(?:kernel|${domain.join("|")})/` },
      to: { path: "^core/protocol/" },
    },
    {
      name: "addin-knows-no-service",
      comment: "addin and service never import each other: they meet in core/protocol.",
      severity: "error",
      from: { path: "^addin/" },
      to: { path: "^(?:service|templates|bin)/" },
    },
    {
      name: "service-knows-no-addin",
      comment: "addin and service never import each other: they meet in core/protocol.",
      severity: "error",
      from: { path: "^service/" },
      to: { path: "^addin/" },
    },
    {
      name: "source-knows-no-test",
      comment: "Tests import the source, the source never imports tests. The demo's data lives in service/.",
      severity: "error",
      from: { path: "^(?:core|service|addin)/" },
      to: { path: "^test/" },
    },
    {
      name: "screens-get-functions",
      comment:
        "A screen imports core, components, wording and its own folder; hosts and the service reach it as props.",
      severity: "error",
      from: { path: "^addin/screens/([^/]+)/" },
      to: {
        path: "^addin/",
        pathNot: ["^addin/screens/$1/", "^addin/(?:components|wording|assets)/", "^addin/[^/]+\\.d\\.ts$"],
      },
    },
    {
      name: "components-only-draw",
      comment: "Components are presentation only: they import core, wording and each other.",
      severity: "error",
      from: { path: "^addin/components/" },
      to: { path: "^addin/", pathNot: ["^addin/(?:components|wording|assets)/", "^addin/[^/]+\\.d\\.ts$"] },
    },
    {
      name: "hosts-draw-sheets",
      comment:
        "A host turns the sheet model into one kind of grid; it knows no other host, no screen and no service. What they share is the plan.",
      severity: "error",
      from: { path: "^addin/hosts/([^/]+)/", pathNot: "^addin/hosts/plan/" },
      to: {
        path: "^addin/",
        pathNot: ["^addin/hosts/(?:$1|plan)/", "^addin/hosts/[^/]+\\.ts$", "^addin/(?:wording|commands)/"],
      },
    },
    {
      name: "plans-know-no-host",
      comment: "A plan says what to show, never in which program: it imports core and its own folder.",
      severity: "error",
      from: { path: "^addin/hosts/plan/" },
      to: { pathNot: ["^core/", "^addin/hosts/plan/"] },
    },
    {
      name: "service-client-knows-no-screen",
      comment: "service-client and outbox speak to the service; whoever shows it calls them, not the other way round.",
      severity: "error",
      from: { path: "^addin/(?:service-client|outbox)/" },
      to: { path: "^addin/(?:screens|components|hosts|workbench|taskpane|commands)/" },
    },
    {
      name: "wording-knows-no-screen",
      comment: "wording turns codes into sentences and needs nothing of the add-in for it.",
      severity: "error",
      from: { path: "^addin/wording/" },
      to: { path: "^addin/", pathNot: "^addin/wording/" },
    },
    {
      name: "usecases-use-ports",
      comment: "A use case imports core and ports. What it needs from outside is a port in the domain's words.",
      severity: "error",
      from: { path: "^service/usecases/" },
      to: { pathNot: ["^core/", "^service/(?:usecases|ports)/"] },
    },
    {
      name: "ports-are-words",
      comment: "A port is an interface over core types: it knows nobody who implements it.",
      severity: "error",
      from: { path: "^service/ports/" },
      to: { pathNot: ["^core/", "^service/ports/"] },
    },
    {
      name: "adapters-ignore-each-other",
      comment:
        "store, workbook, documents, evidence, population and crypto implement ports and ignore each other; main.ts joins them.",
      severity: "error",
      from: { path: "^service/(store|workbook|documents|evidence|population|crypto)/" },
      to: { path: "^service/", pathNot: ["^service/$1/", "^service/ports/"] },
    },
    {
      name: "http-and-jobs-call-use-cases",
      comment: "http and jobs call use cases (and ports' types); they never reach into an adapter.",
      severity: "error",
      from: { path: "^service/(http|jobs)/" },
      to: { path: "^service/", pathNot: ["^service/$1/", "^service/(?:usecases|ports)/", "^service/config\\.ts$"] },
    },
    {
      name: "only-roots-know-all",
      comment: "Only the composition root and the command line know every part.",
      severity: "error",
      from: { path: "^service/", pathNot: "^service/(?:main\\.ts|cli/)" },
      to: { path: "^service/(?:main\\.ts$|cli/)" },
    },
    {
      name: "no-grandparents",
      comment: "Across folders write #core/..., #service/..., #addin/... or #test/...: a moved file keeps its imports.",
      severity: "error",
      from: { path: "^(core|service|addin|test)/" },
      to: { path: "^(?:core|service|addin|test)/", pathNot: "^$1/", dependencyTypesNot: ["aliased-subpath-import"] },
    },
    {
      name: "no-drawers",
      comment: "No folder is named utils, helpers, common or misc: name what the thing is about.",
      severity: "error",
      from: {},
      to: { path: "/(?:util|utils|helper|helpers|common|misc)/", pathNot: npm },
    },
    ...oneHome,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(?:dist|coverage|data)/" },
    // "specify" sees imports that exist for types only, too.
    tsPreCompilationDeps: "specify",
    tsConfig: { fileName: "test/tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".cjs", ".mjs", ".d.ts"],
    },
  },
};

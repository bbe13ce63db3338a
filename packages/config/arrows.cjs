// The import arrows of the house (docs/map.md). Type imports count. A room may import only what stands to its right.
const allowed = {
  schema: [],
  engine: ["schema"],
  templates: ["schema"],
  sdk: ["schema", "engine"],
  author: ["schema", "engine", "sdk", "templates"],
  collector: ["schema", "engine"],
  dashboard: ["schema", "engine"],
  cli: ["schema", "engine", "collector", "templates"],
  testing: ["schema", "engine", "sdk", "collector"],
  react: ["sdk"],
  bench: ["testing", "collector"],
};

const rooms = Object.entries(allowed).map(([room, targets]) => ({
  name: `${room}-imports-only-${targets.join("-") || "nothing"}`,
  severity: "error",
  from: { path: `^packages/${room}/src` },
  to: { path: `^packages/(?!(${[room, ...targets, "config"].join("|")})/)` },
}));

/** Inside sdk: what every page pays for never imports what loads later, and neither does the visit. */
const boot = {
  name: "boot-stays-small",
  severity: "error",
  from: { path: "^packages/sdk/src/(boot/(create-waymark|visit|script)\\.ts|runtime/load-journeys|platform|ports)" },
  to: {
    path: "^packages/sdk/src/(boot/.*-chunk|overlay|page|targeting|anchoring|telemetry|runtime/(?!load-journeys))",
    dependencyTypesNot: ["type-only"],
  },
};
const visit = {
  name: "visit-stays-small",
  severity: "error",
  from: {
    path: "^packages/sdk/src/(boot/visit-chunk|runtime/(guest|session|keep-progress|combine-journeys))",
  },
  to: {
    path: "^packages/sdk/src/(overlay|page|targeting|anchoring|telemetry/(?!record))",
    dependencyTypesNot: ["type-only"],
  },
};

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "resolves",
      severity: "error",
      from: { path: "^(packages|examples)/" },
      to: { couldNotResolve: true, pathNot: "^node:" },
    },
    ...rooms,
    boot,
    visit,
    {
      name: "engine-and-schema-know-no-world",
      severity: "error",
      from: { path: "^packages/(engine|schema)/src", pathNot: "\\.test\\.ts$" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "examples-only-by-public-face",
      severity: "error",
      from: { path: "^examples/" },
      to: { path: "^packages/(?!testing|config)[^/]+/src" },
    },
  ],
  options: {
    doNotFollow: { path: "(node_modules|dist)" },
    exclude: { path: "(\\.test\\.tsx?$|examples/crm/dist|^packages/bench/peers)" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types"],
      extensions: [".ts", ".tsx", ".js", ".mjs"],
    },
  },
};

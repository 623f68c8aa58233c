// Reads every resource of a running Bitácora with the client that is generated from its contract. A resource that is not
// read here, or that answers with anything but what the contract says, ends it with a failure.
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { components, paths } from "./contract.js";

const [base = "http://localhost:8080", key = "", subscription = "", importId = ""] = process.argv.slice(2);
const client = createClient<paths>({ baseUrl: base, headers: { Authorization: `Bearer ${key}`, "Accept-Language": "en" } });
const read = new Set<string>();

async function take<T>(path: keyof paths, answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (!response.ok || (data === undefined && error !== undefined)) {
    throw new Error(`${path}: ${response.status} ${JSON.stringify(error)}`);
  }
  read.add(path);
  return data as T;
}

/** What has several formats comes as JSON where nothing else is asked for. */
function having<T>(value: unknown, member: keyof T & string): T {
  if (typeof value !== "object" || value === null || !(member in value)) throw new Error(`no ${member}: ${JSON.stringify(value).slice(0, 80)}`);
  return value as T;
}

const t = "br-belo-horizonte";
const text = { parseAs: "text" } as const;

await take("/", client.GET("/", text));
await take("/v1", client.GET("/v1"));
const catalogue = await take("/v1/indicators", client.GET("/v1/indicators"));
if (catalogue.items.length !== 43) throw new Error(`${catalogue.items.length} indicators`);
await take("/v1/indicators/{code}", client.GET("/v1/indicators/{code}", { params: { path: { code: "bh.actions" } } }));
await take("/v1/indicators/{code}/versions", client.GET("/v1/indicators/{code}/versions", { params: { path: { code: "bh.actions" } } }));
await take("/v1/keys", client.GET("/v1/keys"));
await take("/v1/rubrics", client.GET("/v1/rubrics"));
await take("/v1/templates", client.GET("/v1/templates"));
await take("/v1/templates/{kind}", client.GET("/v1/templates/{kind}", { params: { path: { kind: "visit" }, query: { format: "csv" } }, ...text }));
await take("/v1/strategy-templates", client.GET("/v1/strategy-templates"));
const templates = await take("/v1/strategy-templates", client.GET("/v1/strategy-templates"));
const template = templates.items[0]?.code ?? "";
await take("/v1/strategy-templates/{code}", client.GET("/v1/strategy-templates/{code}", { params: { path: { code: template } } }));

const territories = await take("/v1/territories", client.GET("/v1/territories"));
if (!territories.items.some(it => it.code === t)) throw new Error(`no ${t}`);
const territory = await take("/v1/territories/{t}", client.GET("/v1/territories/{t}", { params: { path: { t } } }));
const activities = having<components["schemas"]["ActivityPageResponse"]>(await take("/v1/territories/{t}/activities", client.GET("/v1/territories/{t}/activities", { params: { path: { t } } })), "items");
const a = activities.items[0]?.activity ?? "";
await take("/v1/territories/{t}/activities/{a}", client.GET("/v1/territories/{t}/activities/{a}", { params: { path: { t, a } } }));
await take("/v1/territories/{t}/activities/{a}/history", client.GET("/v1/territories/{t}/activities/{a}/history", { params: { path: { t, a } } }));
const actors = await take("/v1/territories/{t}/actors", client.GET("/v1/territories/{t}/actors", { params: { path: { t } } }));
const actor = actors.items[0]?.code ?? "";
await take("/v1/territories/{t}/actors/{a}", client.GET("/v1/territories/{t}/actors/{a}", { params: { path: { t, a: actor } } }));
await take("/v1/territories/{t}/actors/map", client.GET("/v1/territories/{t}/actors/map", { params: { path: { t }, query: { period: "2012" } } }));
await take("/v1/territories/{t}/actors/map/activities", client.GET("/v1/territories/{t}/actors/map/activities", { params: { path: { t }, query: { period: "2012", actor } } }));
await take("/v1/territories/{t}/changes", client.GET("/v1/territories/{t}/changes", { params: { path: { t }, query: { after: 0 } } }));
await take("/v1/territories/{t}/imports", client.GET("/v1/territories/{t}/imports", { params: { path: { t } } }));
await take("/v1/territories/{t}/imports/{id}", client.GET("/v1/territories/{t}/imports/{id}", { params: { path: { t, id: importId } } }));
await take("/v1/territories/{t}/imports/{id}/outcomes", client.GET("/v1/territories/{t}/imports/{id}/outcomes", { params: { path: { t, id: importId } } }));
await take("/v1/territories/{t}/log", client.GET("/v1/territories/{t}/log", { params: { path: { t } } }));
await take("/v1/territories/{t}/archive", client.GET("/v1/territories/{t}/archive", { params: { path: { t } }, parseAs: "blob" }));
await take("/v1/territories/{t}/members", client.GET("/v1/territories/{t}/members", { params: { path: { t } } }));
await take("/v1/territories/{t}/parked", client.GET("/v1/territories/{t}/parked", { params: { path: { t } } }));
await take("/v1/territories/{t}/reports/activity-map", client.GET("/v1/territories/{t}/reports/activity-map", { params: { path: { t }, query: { period: "2012" } } }));
await take("/v1/territories/{t}/publications", client.GET("/v1/territories/{t}/publications", { params: { path: { t } } }));
await take("/v1/territories/{t}/publications/{p}", client.GET("/v1/territories/{t}/publications/{p}", { params: { path: { t, p: "mapa-2012" } } }));

const own = { t, code: "ours.read" };
await take("/v1/territories/{t}/indicators", client.GET("/v1/territories/{t}/indicators", { params: { path: { t } } }));
await take("/v1/territories/{t}/indicators/{code}", client.GET("/v1/territories/{t}/indicators/{code}", { params: { path: own } }));
await take("/v1/territories/{t}/indicators/{code}/versions", client.GET("/v1/territories/{t}/indicators/{code}/versions", { params: { path: own } }));
const actions = { t, code: "bh.actions" };
const observed = having<components["schemas"]["ObservationsResponse"]>(await take("/v1/territories/{t}/indicators/{code}/observations", client.GET("/v1/territories/{t}/indicators/{code}/observations", { params: { path: actions, query: { period: "2012", by: "kind" } } })), "observations");
const evidence = await take("/v1/territories/{t}/indicators/{code}/evidence", client.GET("/v1/territories/{t}/indicators/{code}/evidence", { params: { path: actions, query: { period: "2012" } } }));
if (observed.observations[0]?.value !== evidence.value) throw new Error(`${observed.observations[0]?.value} and ${evidence.value}`);
await take("/v1/territories/{t}/indicators/{code}/diff", client.GET("/v1/territories/{t}/indicators/{code}/diff", { params: { path: actions, query: { period: "2012", from: "0" } } }));
await take("/v1/observations", client.GET("/v1/observations", { params: { query: { indicator: "bh.actions", period: "2012" } } }));
await take("/v1/benchmarks/{code}", client.GET("/v1/benchmarks/{code}", { params: { path: { code: "bh.actions" }, query: { period: "2012" } } }));

const strategies = await take("/v1/territories/{t}/strategies", client.GET("/v1/territories/{t}/strategies", { params: { path: { t } } }));
const strategy = { t, s: strategies.items[0]?.code ?? "" };
await take("/v1/territories/{t}/strategies/{s}", client.GET("/v1/territories/{t}/strategies/{s}", { params: { path: strategy } }));
await take("/v1/territories/{t}/strategies/{s}/versions", client.GET("/v1/territories/{t}/strategies/{s}/versions", { params: { path: strategy } }));
await take("/v1/territories/{t}/strategies/{s}/diff", client.GET("/v1/territories/{t}/strategies/{s}/diff", { params: { path: strategy, query: { from: String(territory.position) } } }));
await take("/v1/territories/{t}/strategies/{s}/scorecard", client.GET("/v1/territories/{t}/strategies/{s}/scorecard", { params: { path: strategy, query: { period: "2012" } } }));
await take("/v1/territories/{t}/strategies/{s}/attainment", client.GET("/v1/territories/{t}/strategies/{s}/attainment", { params: { path: strategy, query: { period: "2012" } } }));
await take("/v1/territories/{t}/strategies/{s}/map", client.GET("/v1/territories/{t}/strategies/{s}/map", { params: { path: strategy, query: { period: "2012" } } }));

await take("/v1/subscriptions", client.GET("/v1/subscriptions"));
await take("/v1/subscriptions/{id}", client.GET("/v1/subscriptions/{id}", { params: { path: { id: subscription } } }));
const deliveries = await take("/v1/subscriptions/{id}/deliveries", client.GET("/v1/subscriptions/{id}/deliveries", { params: { path: { id: subscription } } }));
const delivery = deliveries.items[0]?.id ?? "";
await take("/v1/subscriptions/{id}/deliveries/{delivery}", client.GET("/v1/subscriptions/{id}/deliveries/{delivery}", { params: { path: { id: subscription, delivery } } }));

const flow = { context: "dataflow", agency: "BITACORA", resource: "DF_BELO_HORIZONTE" };
await take("/v1/sdmx/data/{context}/{agency}/{resource}", client.GET("/v1/sdmx/data/{context}/{agency}/{resource}", { params: { path: flow } }));
await take("/v1/sdmx/data/{context}/{agency}/{resource}/{version}", client.GET("/v1/sdmx/data/{context}/{agency}/{resource}/{version}", { params: { path: { ...flow, version: "1.0.0" } } }));
await take("/v1/sdmx/data/{context}/{agency}/{resource}/{version}/{key}", client.GET("/v1/sdmx/data/{context}/{agency}/{resource}/{version}/{key}", { params: { path: { ...flow, version: "1.0.0", key: `A.${t}` } } }));
await take("/v1/sdmx/structure/{type}", client.GET("/v1/sdmx/structure/{type}", { params: { path: { type: "codelist" } } }));
await take("/v1/sdmx/structure/{type}/{agency}/{id}", client.GET("/v1/sdmx/structure/{type}/{agency}/{id}", { params: { path: { type: "codelist", agency: "BITACORA", id: "CL_FREQ" } } }));
await take("/v1/sdmx/structure/{type}/{agency}/{id}/{version}", client.GET("/v1/sdmx/structure/{type}/{agency}/{id}/{version}", { params: { path: { type: "codelist", agency: "BITACORA", id: "CL_FREQ", version: "1.0.0" } } }));

await take("/v1/territories/{t}/feed", client.GET("/v1/territories/{t}/feed", { params: { path: { t }, query: { format: "json" } } }));
await take("/v1/catalog", client.GET("/v1/catalog"));
await take("/v1/csvw", client.GET("/v1/csvw", { params: { query: { of: "/v1/sdmx/data/dataflow/BITACORA/DF_BAHIA?format=csv" } } }));

const stream = new AbortController();
const told = await client.GET("/v1/stream", { params: { query: { territory: t } }, parseAs: "stream", signal: stream.signal });
if (!told.response.ok) throw new Error(`/v1/stream: ${told.response.status}`);
stream.abort();
read.add("/v1/stream");

const contract = readFileSync(new URL("../../openapi.yaml", import.meta.url), "utf8");
const paths = contract.split(/^  (?=\/)/m).slice(1).filter(it => /^    get:/m.test(it)).map(it => it.slice(0, it.indexOf(":")).replaceAll('"', ""));
const missing = paths.filter(it => !read.has(it));
if (missing.length > 0) throw new Error(`not read: ${missing.join(", ")}`);
console.log(`${read.size} resources were read`);

// Reads one indicator's yearly values through the libraries that JSON-stat and SDMX-JSON have, and prints them as JSON.
import { createRequire } from "node:module";
// @ts-expect-error the library has no types
import JSONstat from "jsonstat-toolkit/import.mjs";

const [base = "http://localhost:8080", territory = "br-ba", code = "bahia.actions", years = "2014..2015"] = process.argv.slice(2);
const { SDMXParser } = createRequire(import.meta.url)("sdmx-json-parser") as {
  SDMXParser: new () => {
    getDatasets(url: string, options: object): Promise<unknown>;
    getData(): { TIME_PERIOD: string; value: number }[];
  };
};

const answer = await fetch(`${base}/v1/territories/${territory}/indicators/${code}/observations?period=${years}&by=category&format=json-stat`, { headers: { "Accept-Language": "en" } });
const dataset = JSONstat(await answer.json());
const periods: string[] = dataset.Dimension("period").id;
const categories: string[] = dataset.Dimension("category").id;
const jsonStat = {
  class: dataset.class as string,
  time: dataset.role.time as string[],
  note: dataset.note as string[],
  total: Object.fromEntries(periods.map(period => [period, dataset.Data({ period, category: "_T" }).value])),
  parts: Object.fromEntries(categories.map(category => [dataset.Dimension("category").Category(category).label, dataset.Data({ period: periods[0], category }).value])),
};

async function sdmx(dimensionAtObservation: string): Promise<Record<string, number>> {
  const [first, last] = years.split("..");
  const parser = new SDMXParser();
  await parser.getDatasets(`${base}/v1/sdmx/data/datastructure/BITACORA/DSD_OBSERVATIONS/1.0.0/A.${territory}.${code.replaceAll(".", "_")}?startPeriod=${first}&endPeriod=${last}&dimensionAtObservation=${dimensionAtObservation}`, {});
  return Object.fromEntries(parser.getData().map(it => [it.TIME_PERIOD, it.value]));
}

console.log(JSON.stringify({ jsonStat, series: await sdmx("TIME_PERIOD"), flat: await sdmx("AllDimensions") }));

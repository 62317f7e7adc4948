// A client of the served API, typed by what openapi-typescript makes of /openapi.json; it prints what it was answered.
import createClient from "openapi-fetch";
import type { components, paths } from "./api.js";

type Stance = components["schemas"]["StanceRow"];
type Problem = components["schemas"]["Problem"];

// The first argument is the address of the service; nothing else of Node is used.
declare const process: { argv: string[] };
const client = createClient<paths, "application/json" | "application/problem+json">({ baseUrl: process.argv[2] ?? "" });

function refused(problem: Problem): never {
  throw new Error(`${problem.status} ${problem.title}: ${problem.detail}`);
}

// A list with filters: what the position is allowed to be is known when this is compiled.
type StancesQuery = NonNullable<paths["/v1/stances"]["get"]["parameters"]["query"]>;

async function stances(holder: string, position: Stance["position"]): Promise<Stance[]> {
  const rows: Stance[] = [];
  let cursor: string | undefined;
  do {
    // Typed by itself: only then is a parameter that there is not refused.
    const query: StancesQuery = { holder, position, limit: 2, cursor };
    const { data, error } = await client.GET("/v1/stances", { params: { query } });
    if (error !== undefined) return refused(error);
    rows.push(...data.data);
    cursor = data.page.next ?? undefined;
  } while (cursor !== undefined);
  return rows;
}

// A path parameter: members that may be null are so in the types.
async function nameOf(id: string): Promise<string> {
  const { data, error } = await client.GET("/v1/actors/{id}", { params: { path: { id } } });
  return error !== undefined ? refused(error) : (data.data.official_name ?? data.data.name);
}

async function table(holder: string): Promise<string[]> {
  const query = { holder, format: "csv", fields: "id,position" } as const;
  const { data, error } = await client.GET("/v1/stances", { params: { query }, parseAs: "text" });
  return error !== undefined ? refused(error) : String(data).trim().split("\r\n");
}

// A failure is typed as well: which argument was wrong, and what it may be.
async function wrong(): Promise<string> {
  const { error, response } = await client.GET("/v1/actors/{id}", { params: { path: { id: "russia" } } });
  return error === undefined ? "nothing is wrong" : `${response.status} ${error.title}: ${error.detail}`;
}

async function status(): Promise<number> {
  const { data, error } = await client.GET("/v1/status");
  return error !== undefined ? refused(error) : data.data.claims;
}

const held = await stances("chn", "condemns");
console.log(
  JSON.stringify({
    positions: [...new Set(held.map((stance) => stance.position))],
    stances: held.map((stance) => stance.id),
    claims: held.flatMap((stance) => stance.claims).length,
    name: await nameOf("chn"),
    table: await table("chn"),
    wrong: await wrong(),
    total: await status(),
  }),
);

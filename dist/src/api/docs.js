import { createHash } from "node:crypto";
import { isObject } from "../index/json.js";
const STYLE = "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}" +
    "h2{margin-top:2.5rem;border-bottom:1px solid #d0d7de}code,pre{font-family:ui-monospace,monospace;font-size:.875em}" +
    "pre{background:#f6f8fa;padding:1rem;overflow:auto;border-radius:6px}table{border-collapse:collapse;width:100%}" +
    "td,th{text-align:left;vertical-align:top;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #d0d7de}summary{cursor:pointer}" +
    "@media(prefers-color-scheme:dark){body{color:#e6edf3;background:#0d1117}pre{background:#161b22}a{color:#58a6ff}}";
const STYLE_HASH = createHash("sha256").update(STYLE).digest("base64");
const SIGNS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** A text as HTML: nothing in it is a tag. */
const text = (value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "")).replace(/[&<>"']/g, (sign) => SIGNS[sign]);
const pretty = (value) => `<pre>${text(JSON.stringify(value, null, 2))}</pre>`;
const entries = (node) => Object.entries(isObject(node) ? node : {}).map(([name, value]) => [name, isObject(value) ? value : {}]);
const folded = (title, value) => `<details><summary>${text(title)}</summary>${pretty(value)}</details>`;
const table = (heads, rows) => rows.length === 0
    ? ""
    : `<table><tr>${heads.map((head) => `<th>${text(head)}</th>`).join("")}</tr>${rows
        .map((cells) => `<tr>${cells.map((cell) => `<td>${text(cell ?? "")}</td>`).join("")}</tr>`)
        .join("")}</table>`;
function contents(node) {
    return entries(node["content"])
        .map(([type, { schema, example }]) => (example === undefined ? "" : pretty(example)) + (schema === undefined ? "" : folded(type, schema)))
        .join("");
}
function operation(method, path, node) {
    const parameters = (Array.isArray(node["parameters"]) ? node["parameters"] : []).map(({ name, in: where, description }) => [name, where, description]);
    const body = isObject(node["requestBody"]) ? `<h4>Body</h4>${contents(node["requestBody"])}` : "";
    const answers = entries(node["responses"])
        .map(([status, answer]) => `<p><strong>${text(status)}</strong> ${text(answer["description"])}</p>${contents(answer)}`)
        .join("");
    const token = Array.isArray(node["security"]) && node["security"].length === 0 ? "<p>No token is needed.</p>" : "";
    return (`<h3><code>${text(method.toUpperCase())} ${text(path)}</code></h3><p>${text(node["summary"])}</p>` +
        `<p>${text(node["description"] ?? "")}</p>${token}` +
        `${table(["Parameter", "In", "What it is"], parameters)}${body}<h4>Answers</h4>${answers}`);
}
const asItIs = ([name, schema]) => folded(name, schema);
function page(document) {
    const info = isObject(document["info"]) ? document["info"] : {};
    const components = isObject(document["components"]) ? document["components"] : {};
    const operations = entries(document["paths"]).flatMap(([path, methods]) => entries(methods).map(([method, node]) => operation(method, path, node)));
    return (`<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
        `<title>${text(info["title"])}</title><style>${STYLE}</style></head><body>` +
        `<h1>${text(info["title"])} ${text(info["version"])}</h1><p>${text(info["description"])}</p>` +
        `<p>Send a token of a project as <code>X-Auth-Token</code>. The same as a document for programs: <a href="/openapi.json">/openapi.json</a>.</p>` +
        `<h2>Addresses</h2>${operations.join("")}<h2>Schemas</h2>${entries(components["schemas"]).map(asItIs).join("")}</body></html>`);
}
/** The OpenAPI document as a page to read. Nothing comes from outside, nothing runs. */
export const docsPage = (document) => new Response(page(document), {
    headers: {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Security-Policy": `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    },
});

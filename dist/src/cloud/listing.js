import { messageOf, placesOf, SearchlightError } from "../errors.js";
import { operationOf, } from "../plugin.js";
import { endpointOf } from "./endpoint.js";
import { inParallel } from "./parallel.js";
import { visit } from "./visit.js";
const PROJECTS_AT_ONCE = 4;
const ITEMS_AT_ONCE = 8;
/** Problems that are told one by one; a service that refuses everything would tell the same of every item. */
const TOLD = 20;
const reasonOf = (error) => placesOf(error) ?? messageOf(error);
function addTold(pass, type, told, whole) {
    const place = (id) => pass.reports.get(id) ?? { operations: [], whole: [], observed: pass.observed };
    for (const one of told) {
        const report = place(one.id);
        pass.reports.set(one.id, { ...report, operations: [...report.operations, operationOf(type, "listing", one)] });
    }
    if (whole) {
        const report = place(whole.id);
        pass.reports.set(whole.id, { ...report, whole: [...report.whole, whole.parts] });
    }
}
/** An item that cannot be read is a problem, and makes the listing incomplete; the others are told all the same. */
function mapItem(pass, plugin, list, item, context) {
    try {
        const told = list.map(item, context);
        addTold(pass, plugin.type, told);
        return [...told];
    }
    catch (error) {
        pass.problems.push(`an item is not what the service lists: ${reasonOf(error)}`);
        return [];
    }
}
async function readPages(at, request) {
    const items = [];
    for await (const answer of at.pages(request)) {
        try {
            for (const item of request.items(answer))
                items.push(item);
        }
        catch (error) {
            throw new SearchlightError("service-failed", `${request.path}: not what the service answers: ${reasonOf(error)}`);
        }
    }
    return items;
}
/** The listing more of one item. An item that has gone meanwhile says nothing. */
async function askEach(pass, plugin, list, at, item, id) {
    const { each } = list;
    if (!each?.when(item))
        return;
    try {
        const rows = await readPages(at, each.request(item));
        addTold(pass, plugin.type, each.map(item, rows, at.context()), { id, parts: each.parts });
    }
    catch (error) {
        if (error instanceof SearchlightError && error.code === "not-found")
            return;
        pass.problems.push(`${each.parts} of ${id}: ${reasonOf(error)}`);
    }
}
async function pass(plugin, list, at) {
    const discovered = list.discover ? await readPages(at, list.discover) : [];
    const items = [];
    for (const request of list.requests(discovered))
        items.push(...(await readPages(at, request)));
    const context = at.context();
    const one = { reports: new Map(), observed: context.observed, problems: [] };
    const mapped = items.map((item) => ({ item, id: mapItem(one, plugin, list, item, context)[0]?.id }));
    await inParallel(mapped, ITEMS_AT_ONCE, async ({ item, id }) => {
        if (id !== undefined)
            await askEach(one, plugin, list, at, item, id);
    });
    return one;
}
/** A pass over everything, as an administrator, or over one project. Undefined where the cloud has no such service. */
async function visitWith({ keystone, signal }, plugin, list, project) {
    const token = await keystone.token(project?.id, signal);
    const endpoint = endpointOf(token, list.service, keystone.account);
    if (endpoint === undefined)
        return undefined;
    if (!project && !token.roles.includes("admin"))
        throw new SearchlightError("bad-configuration", `only an administrator is told all of a cloud's resources: give the service account the role admin in its project`);
    const at = visit({ endpoint, token, renew: () => keystone.token(project?.id, signal), signal });
    return pass(plugin, list, at);
}
/** Adds what another pass told. A resource told twice is told by both, and missing only if the later did not see it. */
function join(into, from) {
    for (const [id, report] of from) {
        const { operations = [], whole = [], observed = report.observed } = into.get(id) ?? {};
        into.set(id, {
            operations: [...operations, ...report.operations],
            whole: [...whole, ...report.whole],
            observed: Math.min(observed, report.observed),
        });
    }
}
/**
 * Everything that the listings of a type tell, all pages of them, or the problems that kept them from it. A listing that
 * failed, was cut, or could not be read in part is never taken for complete.
 *
 * @throws whatever `signal` was aborted with
 */
export async function listResources(plugin, list, keystone, signal) {
    const reports = new Map();
    const asked = new Map();
    const problems = [];
    const one = async (project) => {
        const said = (problem) => (project ? `project ${project.name}: ${problem}` : problem);
        try {
            const done = await visitWith({ keystone, signal }, plugin, list, project);
            if (!done)
                return void problems.push(said(`the catalogue has no endpoint of a service '${list.service}'`));
            join(reports, done.reports);
            problems.push(...done.problems.map(said));
            if (done.problems.length === 0)
                asked.set(project?.id ?? "", done.observed);
        }
        catch (error) {
            signal?.throwIfAborted();
            problems.push(said(messageOf(error)));
        }
    };
    try {
        if (list.perProject)
            await inParallel(await keystone.projects(signal), PROJECTS_AT_ONCE, one);
        else
            await one();
    }
    catch (error) {
        signal?.throwIfAborted();
        problems.push(messageOf(error));
    }
    const more = problems.splice(TOLD).length;
    if (more > 0)
        problems.push(`and ${more} more like these`);
    return { reports, problems, askedAt: (owner) => asked.get(list.perProject ? (owner ?? "") : "") };
}

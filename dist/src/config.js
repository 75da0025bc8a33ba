import { cloud } from "./config/cloud.js";
import { elasticsearch } from "./config/elasticsearch.js";
import { readGroup } from "./config/group.js";
import { kafka } from "./config/kafka.js";
import { limits } from "./config/limits.js";
import { metrics } from "./config/metrics.js";
import { service } from "./config/service.js";
import { isSecret } from "./config/setting.js";
import { SearchlightError } from "./errors.js";
/** Each group of settings is a file of its own in `config`; this is the list of them. */
const GROUPS = { service, limits, metrics, kafka, elasticsearch, cloud };
function readAll(given) {
    const read = {
        service: readGroup(service, given),
        limits: readGroup(limits, given),
        metrics: readGroup(metrics, given),
        kafka: readGroup(kafka, given),
        elasticsearch: readGroup(elasticsearch, given),
        cloud: readGroup(cloud, given),
    };
    const problems = Object.values(read).flatMap((part) => part.problems);
    if (read.service.part?.store === "elasticsearch" && given["ELASTICSEARCH_URL"] === undefined) {
        problems.push("ELASTICSEARCH_URL is needed, for SEARCHLIGHT_STORE is elasticsearch");
    }
    if (problems.length > 0 || !read.service.part || !read.limits.part) {
        throw new SearchlightError("bad-configuration", `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  - ${problem}`).join("\n")}`);
    }
    return {
        ...read.service.part,
        limits: read.limits.part,
        metrics: read.metrics.part,
        kafka: read.kafka.part,
        elasticsearch: read.elasticsearch.part,
        cloud: read.cloud.part,
    };
}
/**
 * Reads and checks the environment; an empty text is not set.
 *
 * @throws SearchlightError `bad-configuration` that lists every problem at once, in words, without any secret
 */
export function readConfig(env = process.env) {
    return readAll(Object.fromEntries(Object.entries(env).filter(([, value]) => value)));
}
/** Every setting of every group, in their order. A secret says that a file may hold it. */
export const settings = () => Object.values(GROUPS).flatMap((of) => Object.entries(of.settings).map(([name, setting]) => {
    const { data } = setting.safeParse(undefined);
    const says = `${setting.description ?? ""}${isSecret(setting) ? ` (or ${name}_FILE, a file that holds it)` : ""}`;
    return { name, says, ...(data === undefined ? {} : { standard: String(data) }) };
}));

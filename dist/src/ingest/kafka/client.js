import { Kafka, logLevel } from "kafkajs";
import RequestQueue from "kafkajs/src/network/requestQueue/index.js";
import { registerCodecs } from "./codecs.js";
const CLIENT = "searchlight";
const MILLISECONDS = { connection: 5000, request: 30_000, firstRetry: 300 };
const RETRIES = 3;
/**
 * kafkajs asks each connection every millisecond whether requests wait, busy or not, and makes Node warn of a negative
 * timeout. Requests only ever wait for a throttle or for others in flight, so without any there is nothing to ask: an idle
 * consumer then takes an eighth of the processor time.
 */
const calmDown = () => {
    const queue = RequestQueue.prototype;
    const schedule = queue.scheduleCheckPendingRequests;
    queue.scheduleCheckPendingRequests = function scheduleIfAnyWait() {
        if (this.pending.length > 0)
            schedule.call(this);
    };
};
calmDown();
// What kafkajs says goes to the debug level, for it says each trouble many times over: whoever uses the client logs it
// once. Only what the consumer group complains of (an offset out of range) nobody else sees.
const logCreator = (log) => () => ({ namespace, level, log: { message, ...rest } }) => {
    const { error, topic, partition, groupId } = rest;
    const event = { kafkajs: namespace, error, topic, partition, groupId };
    if (namespace === "ConsumerGroup" && level <= logLevel.WARN)
        log.warn(event, message);
    else
        log.debug(event, message);
};
const saslOf = (sasl) => {
    const { username, password } = sasl;
    // One by one, for kafkajs's types tie each mechanism to its settings.
    if (sasl.mechanism === "plain")
        return { mechanism: "plain", username, password };
    if (sasl.mechanism === "scram-sha-256")
        return { mechanism: "scram-sha-256", username, password };
    return { mechanism: "scram-sha-512", username, password };
};
/** A client of a Kafka, with all four codecs. It connects to nothing yet. */
export const kafkaClient = ({ brokers, ssl = false, ca, sasl }, log) => {
    registerCodecs();
    return new Kafka({
        clientId: CLIENT,
        brokers: [...brokers],
        ssl: ca === undefined ? ssl : { ca: [ca] },
        ...(sasl === undefined ? {} : { sasl: saslOf(sasl) }),
        connectionTimeout: MILLISECONDS.connection,
        requestTimeout: MILLISECONDS.request,
        // Few, so that trouble soon comes to those who log it; they try again for ever.
        retry: { retries: RETRIES, initialRetryTime: MILLISECONDS.firstRetry },
        logLevel: logLevel.INFO,
        logCreator: logCreator(log),
    });
};

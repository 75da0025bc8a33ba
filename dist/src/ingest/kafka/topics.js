/** Which of `topics` exist, as far as we may see them. Creates none. @throws what kafkajs throws where brokers are away */
export const existingTopics = async (kafka, topics) => {
    const admin = kafka.admin();
    try {
        await admin.connect();
        const all = new Set(await admin.listTopics());
        return topics.filter((topic) => all.has(topic));
    }
    finally {
        await admin.disconnect();
    }
};

import { embeddedContract } from "./embedded-contract.ts";

embeddedContract("embedded, searched by another thread", { recent: 2, searchers: 1 }, 15);

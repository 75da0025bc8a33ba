import { embeddedContract } from "./embedded-contract.ts";

embeddedContract("embedded", { recent: 2 });

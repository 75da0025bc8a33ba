import { embeddedContract } from "./embedded-contract.ts";

embeddedContract("embedded, by strides", { much: 0 }, 15);

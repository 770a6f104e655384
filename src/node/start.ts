import { setFlagsFromString } from "node:v8"

/**
 * Imported first. A run lasts half a second, in which Node 20 spends more time on optimising functions that soon end
 * than they take: three times its patience saves a third of the processor time of a cold start and costs a long run
 * nothing (measured by `npm run bench`). Other versions of Node have other compilers and keep what they have.
 */
if (process.versions.node.startsWith("20.")) setFlagsFromString("--interrupt-budget=400000")

// Packages complain to the console in a parser's words. What a person is to know goes out as an issue, and to the streams.
for (const method of ["debug", "error", "info", "log", "warn"] as const) console[method] = () => undefined

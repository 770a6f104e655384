import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test } from "vitest"
import { ROOT } from "../check.ts"

/** What the page runs in Chromium 88 is there: each newer ability that the core uses has its polyfill. */

/** Abilities newer than Chromium 88 by how a call of them looks, with what brings them; none where nothing does. */
const NEWER: readonly (readonly [call: RegExp, polyfill: string | undefined])[] = [
    [/\.at\(/, "array/at"],
    [/\.findLast\(/, "array/find-last"],
    [/\.findLastIndex\(/, "array/find-last-index"],
    [/\.toReversed\(/, "array/to-reversed"],
    [/\.toSorted\(/, "array/to-sorted"],
    [/\.toSpliced\(/, "array/to-spliced"],
    [/\bObject\.hasOwn\(/, "object/has-own"],
    [/\bObject\.groupBy\(/, "object/group-by"],
    [/\bMap\.groupBy\(/, "map/group-by"],
    [/\.(?:isWellFormed|toWellFormed)\(/, undefined],
    [/\bstructuredClone\(/, undefined],
    [/\bPromise\.(?:withResolvers|try)\(/, undefined],
    [/\bArray\.fromAsync\(/, undefined],
    [/\bAbortSignal\.(?:timeout|any)\(/, undefined],
    [/\bcrypto\.randomUUID\(/, undefined],
]

const polyfills = readFileSync(join(ROOT, "src/web/polyfills.ts"), "utf8")
const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name) && !name.startsWith("node/"))
    .map((name) => [name, readFileSync(join(ROOT, "src", name), "utf8")] as const)

test.each(NEWER.map(([call, polyfill]) => [call.source, call, polyfill] as const))("%s", (_, call, polyfill) => {
    const users = sources.filter(([, text]) => call.test(text)).map(([name]) => name)
    if (polyfill === undefined) expect(users).toEqual([])
    // What nothing uses any more need not be there.
    else
        expect(polyfills.includes(`"core-js/stable/${polyfill}"`), `${polyfill}: ${users.join(" ")}`).toBe(
            users.length > 0,
        )
})

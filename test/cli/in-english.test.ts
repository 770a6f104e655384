import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { lerpack } from "./run.ts"

/** What `--lang en` says is English as people write it, not Chinese word for word and not in Chinese type. */

const SOURCES = ["src/messages", "src/node/cli"].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => `${folder}/${name}`),
)

/** Lines of the source that hold the English of a text: `en:` and what follows it up to the end of the literal. */
const english = SOURCES.flatMap((path) =>
    [
        ...readFileSync(join(ROOT, path), "utf8").matchAll(/\ben: (?:\([^)]*\) =>\s*)?(["`])((?:\\.|(?!\1)[^\\])*)\1/g),
    ].map(([, , text = ""]) => ({ path, text })),
)

describe("texts in English", () => {
    test("are found", () => {
        expect(english.length).toBeGreaterThan(150)
    })

    test("have no brackets, points or commas of Chinese type", () => {
        expect(english.filter(({ text }) => /[（），。；：！？、]/.test(text))).toEqual([])
    })

    test.each([
        "leave what is right as it is",
        "mend it only where it was typed wrong",
        "puts that name into another domain",
    ])("nowhere say %s", (stiff) => {
        const saying = SOURCES.filter((path) => readFileSync(join(ROOT, path), "utf8").includes(stiff))
        expect(saying).toEqual([])
    })

    test("stand on a terminal without Chinese brackets, but for what the case itself says", () => {
        const ran = lerpack(["check", join(ROOT, "assets/sample-case"), "--lang", "en"])
        const lines = (ran.stdout + ran.stderr).split("\n").filter((line) => !/\p{Script=Han}/u.test(line))
        expect(lines.length).toBeGreaterThan(3)
        expect(lines.filter((line) => /[（），。；：！？]/.test(line))).toEqual([])
    })
})

import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test, vi } from "vitest"
import { COMMANDS } from "../../src/node/cli/usage.ts"
import { ROOT } from "../check.ts"

// The page's state looks at the address of the window.
vi.stubGlobal("location", { hash: "#/" })
vi.stubGlobal("addEventListener", () => undefined)
vi.stubGlobal("document", { addEventListener: () => undefined })
const { asShown } = await import("../../src/web/page/parts/commands.ts")
const { lang } = await import("../../src/web/page/state.ts")

/** What nobody meets in a page: arguments and keys of the command line. */
const SHELL_ALONE = new Set(["shell.ts", "packet.ts"])

test("what a finding asks to run is told as what the page has for it, in both languages", () => {
    const folder = join(ROOT, "src/messages")
    const texts = readdirSync(folder)
        .filter((name) => name.endsWith(".ts") && !SHELL_ALONE.has(name))
        .flatMap(
            (name) => readFileSync(join(folder, name), "utf8").match(/(["`])[^"`\n]*\blerpack [a-z][^"`\n]*\1/g) ?? [],
        )
        .map((quoted) => quoted.slice(1, -1))
    expect(texts.length).toBeGreaterThan(20)
    const commands = COMMANDS.map(({ name }) => name).join("|")
    const left = texts.filter((text) => {
        lang.value = /\p{Script=Han}/u.test(text) ? "zh-CN" : "en"
        return new RegExp(`\\blerpack (?:${commands})\\b`).test(asShown(text))
    })
    expect(left).toEqual([])
})

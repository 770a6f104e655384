import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, test, vi } from "vitest"
import { issue } from "../../src/base/issue.ts"
import { LANGS } from "../../src/base/lang.ts"
import { LABELS_EN } from "../../src/facts/officer/officer-form-english.data.ts"
import { evidenceIssues } from "../../src/messages/evidence.ts"
import { receivedIssues } from "../../src/messages/received.ts"
import { COMMANDS } from "../../src/node/cli/usage.ts"
import { ROOT } from "../check.ts"

// The page's state looks at the address of the window.
vi.stubGlobal("location", { hash: "#/" })
vi.stubGlobal("addEventListener", () => undefined)
vi.stubGlobal("document", { addEventListener: () => undefined })
const { asShown, messageShown } = await import("../../src/web/page/parts/commands.ts")
const { asAsked } = await import("../../src/web/page/officer/places.ts")
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

test("a file that is gone may have been added by mistake: the page has a place for that", () => {
    const said = evidenceIssues["evidence.file.missing"]({ label: "E003", file: "a.png" })
    for (const own of LANGS) {
        lang.value = own
        expect(asShown(said[own].hint ?? "")).toMatch(
            own === "en" ? /take it out on the page/ : /在这个文件的页面上移除/,
        )
        expect(asShown(said[own].hint ?? "")).not.toMatch(/lerpack|--remove/)
    }
})

test("what is asked about an answer is asked on the page where it is told, not on a sheet", () => {
    const said = receivedIssues["received.data.missing"]({})
    for (const own of LANGS) {
        lang.value = own
        expect(asShown(said[own].hint ?? "")).toMatch(
            own === "en" ? /^fill in the fields below: when/ : /^请填写下面各栏：收到时间/,
        )
    }
})

test("fields of officer.yaml that English findings name have the labels of the page", () => {
    lang.value = "en"
    expect(asShown("give request.period with start, end and zone")).toBe("give “Period” with start, end and zone")
    expect(asShown("name them (request.targets)")).toBe("name them (“Further identifier”)")
    expect(messageShown("check instrument.nameZh and request.type")).toBe(
        `check “${LABELS_EN["instrument.nameZh"] ?? ""}” and “${LABELS_EN["request.type"] ?? ""}”`,
    )
    expect(asShown("write to office.example or request.unknown")).toBe("write to office.example or request.unknown")
    lang.value = "zh-CN"
    expect(asShown("填 request.period")).toBe("填 request.period")
})

test("a value that was changed after the seal is told in the words of the page, whatever file it came from", () => {
    const params = { field: "route", sealed: "email", found: "portal" }
    for (const [own, sealed, found] of [
        ["zh-CN", "邮件", "门户"],
        ["en", "mail", "portal"],
    ] as const) {
        lang.value = own
        const { path, params: told } = asAsked(issue("request.prepared.field", ["officer.xlsx", "route"], params))
        expect(path).toEqual([own === "en" ? "Route" : "渠道"])
        expect(told).toMatchObject({ sealed, found })
    }
})

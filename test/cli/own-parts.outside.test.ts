import { execFileSync } from "node:child_process"
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../check.ts"
import { tool } from "../tool.ts"
import { builtOut } from "./made.ts"
import { hashes, lerpack, type Ran, scratch } from "./run.ts"

/** `--templates` and `--font`: one template or the font of the body is the user's, everything else is as it was. */

const CASE = join(ROOT, "assets", "sample-case")
const SHOWN = "交民警/01-材料核对单.pdf"

function build(home: string, out: string, ...options: string[]): Ran {
    return lerpack(["build", CASE, "-o", out, "--unsigned", "--lang", "en", ...options], { cwd: home })
}
function put(home: string, name: string, text: string): void {
    const file = join(home, "own", name)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
}
const original = (name: string) => readFileSync(join(ROOT, "templates", name), "utf8")

describe("a template of the user", () => {
    test.skipIf(!tool("pdftotext"))("replaces ours, and ours alone", () => {
        const home = scratch()
        put(
            home,
            "zh-CN/handover-sheet.hbs",
            original("zh-CN/handover-sheet.hbs").replace("<h1>", "<p>本单位自用</p><h1>"),
        )
        const { status, stderr } = build(home, "changed", "--templates", "own")
        expect([status, stderr]).toEqual([0, expect.any(String)])
        const text = execFileSync("pdftotext", [join(home, "changed", SHOWN), "-"], { encoding: "utf8" })
        expect(text).toContain("本单位自用")
        const [before, after] = [hashes(builtOut()), hashes(join(home, "changed"))]
        const changed = Object.keys(before).filter(
            (name) => before[name] !== after[name] && !name.startsWith("报案人留存"),
        )
        expect(changed).toEqual([SHOWN])
    })

    test.each([
        ["a field that is not there", "zh-CN/loss-statement.hbs", /<\/h1>/, "</h1><p>{{nothing}}</p>", "field.missing"],
        [
            "an element that is not known",
            "zh-CN/checklist.hbs",
            /<\/h1>/,
            "</h1><marquee>x</marquee>",
            "element-unknown",
        ],
        ["an error of syntax", "zh-CN/timeline.hbs", /<\/h1>/, "</h1>{{#if}", "template.syntax"],
        ["an error in a partial", "zh-CN/evidence-rows.hbs", /$/, "<marquee>x</marquee>", "element-unknown"],
    ])("with %s is named with its path, line and column, and nothing is written", (_, name, from, to, code) => {
        const home = scratch()
        put(home, name, original(name).replace(from, to))
        const { status, stderr } = build(home, "out", "--templates", "own")
        expect(status).toBe(1)
        expect(stderr).toContain(code)
        expect(stderr).toMatch(/own[/\\].*\.hbs, line \d+, column \d+/)
        expect(existsSync(join(home, "out", "交民警"))).toBe(false)
    })

    test("that replaces none of ours is refused", () => {
        const home = scratch()
        put(home, "zh-CN/loss-statment.hbs", "x")
        const { status, stderr } = build(home, "out", "--templates", "own")
        expect(status).toBe(1)
        expect(stderr).toContain("document.template.override-unknown")
        expect(stderr).toContain("zh-CN/loss-statement.hbs")
    })

    test("in a folder that is not there is an error", () => {
        expect(build(scratch(), "out", "--templates", "nowhere").stderr).toContain("shell.file.missing")
    })
})

describe("a font of the user", () => {
    test.skipIf(!tool("pdffonts"))("sets letters and reports, not sheets", () => {
        const home = scratch()
        copyFileSync(join(ROOT, "fonts", "NotoSansSC-Regular.ttf"), join(home, "自备.ttf"))
        const { status, stderr } = build(home, "out", "--font", "自备.ttf")
        expect([status, stderr]).toEqual([0, expect.any(String)])
        const fontsOf = (file: string) => execFileSync("pdffonts", [join(home, "out", file)], { encoding: "utf8" })
        expect(fontsOf("交民警/03-案件材料汇编.pdf")).not.toContain("NotoSerifSC-Regular")
        expect(fontsOf(SHOWN)).toContain("NotoSerifSC-Regular")
    })

    test("that is none is refused before anything is written", () => {
        const home = scratch()
        writeFileSync(join(home, "no.ttf"), "this is no font")
        const { status, stderr } = build(home, "out", "--font", "no.ttf")
        expect(status).toBe(1)
        expect(stderr).toContain("font.user.unreadable")
        expect(existsSync(join(home, "out", "交民警"))).toBe(false)
    })
})

import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import type { RequestTypeId } from "../../src/facts/officer/request-types.data.ts"
import { officerOfType } from "../request-types.ts"
import { INSTRUMENT, PHOTOS, putDraft } from "./made.ts"
import { lerpack, scratch } from "./run.ts"

/** What `complete` says and leaves undone where a kind of request is refused, and what it leaves out. */

function complete(type: RequestTypeId, change: (text: string) => string = (text) => text, lang = "zh-CN") {
    const folder = scratch()
    const draft = putDraft(folder)
    writeFileSync(join(folder, "officer.yaml"), change(officerOfType(type, "币安")))
    const papers = ["--officer", "officer.yaml", "--photos", PHOTOS, "--legal", INSTRUMENT]
    const ran = lerpack(["complete", draft, ...papers, "-o", "out", "--lang", lang], { cwd: folder })
    return { ...ran, folder, prepared: join(folder, `out/LX-2023-0321-1-${type}-prepared`) }
}

describe("refused before anything is written", () => {
    test.each([
        ["zh-CN", "已经结束的盗窃、诈骗无论数额多大都不属于"],
        ["en", "a theft or fraud that is over is none"],
    ])("an emergency without danger, with the explanation in %s", (lang, said) => {
        const { status, stderr, prepared } = complete(
            "emergency",
            (text) => text.replace('danger: "yes"', 'danger: "no"'),
            lang,
        )
        expect(status).toBe(1)
        expect(stderr).toContain(said)
        expect(existsSync(prepared)).toBe(false)
    })
    test("a freeze before filing, of an address that the desk has not named: both at once", () => {
        const { status, stderr, prepared } = complete("freeze", (text) =>
            text.replace("stage: filed", "stage: accepted").replace(/, confirmedBy: \{[^}]*\}/, ""),
        )
        expect(status).toBe(1)
        expect(stderr).toContain("[request.type.not-filed]")
        expect(stderr.match(/\[request\.type\.incomplete\]/g)).toHaveLength(3)
        expect(existsSync(prepared)).toBe(false)
    })
})

test("preservation: a short letter, no instrument, no note for data that do not come", () => {
    const { status, stdout, stderr, prepared } = complete("preservation")
    expect(status).toBe(0)
    expect(stdout).toContain("八项信息 不适用 · 发送条件 2/3")
    expect(stderr + stdout).toContain("[request.type.left-out]")
    const record = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")) as {
        readonly annexes: readonly { readonly name: string }[]
        readonly pages: number
    }
    expect(record.annexes.map(({ name }) => name)).toEqual(["02-Identifiers-LX-2023-0321.xlsx"])
    expect(record.pages).toBeLessThanOrEqual(3)
    expect(existsSync(join(prepared, "关于协助保全电子数据的函（参考文本）.docx"))).toBe(true)
    expect(existsSync(join(prepared, "发送条件核对表.pdf"))).toBe(true)
    expect(existsSync(join(prepared, "境外电子数据来源情况说明.pdf"))).toBe(false)
})

import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { INVENTED } from "../../src/facts/addresses/invented.data.ts"
import { ROOT } from "../check.ts"
import { DESKS, redirect } from "../desks.ts"
import { putDraft } from "./made.ts"
import { lerpack, scratch } from "./run.ts"

/** The alarm over look-alike addresses, where a person meets it. */

const listed = (sign: string): string => INVENTED.find(({ address }) => address.includes(sign))?.address ?? "none"
const [LISTED, LISTED_PAGE] = [listed("@"), listed("/")]

let home = ""
const desks = ["--recipients", DESKS]

beforeAll(() => {
    home = scratch()
    cpSync(join(ROOT, "assets/sample-case"), join(home, "case"), { recursive: true })
    redirect(join(home, "case"))
    cpSync(join(ROOT, "assets/sample-officer"), join(home, "office"), { recursive: true })
    putDraft(home, "all-routes")
})

function edited(path: string, from: string, to: string): string {
    const text = readFileSync(join(home, path), "utf8")
    expect(text).toContain(from)
    const changed = path.replace(/\.yaml$/, "-changed.yaml")
    writeFileSync(join(home, changed), text.replace(from, to))
    return changed
}
const complete = (officer: string, ...more: string[]) =>
    lerpack(["complete", "out/DRAFT-LX-2023-0321.zip", "--officer", officer, "-o", "result", ...desks, ...more], {
        cwd: home,
    })

describe("in officer data", () => {
    const channel = "how: 样例：经上级网安部门核对官方页面，并去信询问后得到答复"

    test("it stops both steps, shows both addresses, and writes nothing", () => {
        const officer = edited("office/officer.yaml", channel, "how: 样例：help@k0vex.example 复信")
        for (const lang of ["zh-CN", "en"]) {
            const { status, stdout, stderr } = complete(officer, "--lang", lang)
            expect(status).toBe(1)
            expect(stdout + stderr).toContain("[request.address.look-alike]")
            expect(stdout + stderr).toMatch(/help@k0vex\.example.*kovex\.example/)
        }
        expect(existsSync(join(home, "result"))).toBe(false)
    })

    test("an answer lets it pass, as a note", () => {
        const officer = edited("office/officer.yaml", channel, "how: 样例：help@k0vex.example 复信")
        const path = join(home, officer)
        const answer =
            "\nverifiedAddresses:\n  - {address: help@k0vex.example, by: 样例二, on: 2026-11-20, how: 样例：电话核对}\n"
        writeFileSync(path, readFileSync(path, "utf8") + answer)
        const { status, stderr } = complete(officer)
        expect(status).toBe(0)
        expect(stderr).toContain("[request.address.verified]")
    })

    test("an address that public lists invented stops it too, and says where it was seen", () => {
        const officer = edited("office/officer.yaml", channel, `how: 样例：${LISTED} 复信`)
        const { status, stdout, stderr } = complete(officer)
        expect([status, stdout + stderr]).toEqual([1, expect.stringContaining("[request.address.invented]")])
        expect(stdout + stderr).toContain(INVENTED[0]?.seen.zh)
    })

    test("a desk of which no channel is known is refused with the reason and what to do instead", () => {
        const officer = edited("office/officer.yaml", "\nroute:", "\nrecipient: no-channel\nroute:")
        for (const lang of ["zh-CN", "en"]) {
            const { status, stdout, stderr } = complete(officer, "--lang", lang)
            expect([status, stdout + stderr]).toEqual([1, expect.stringContaining("[request.recipient.no-channel]")])
            const said = lang === "en" ? "central authority of its seat" : "经其所在地的中央机关"
            expect((stdout + stderr).replace(/\s+/g, " ")).toContain(said)
        }
    })
})

test("in a case an address that public lists invented is a warning", () => {
    cpSync(join(home, "case"), join(home, "listed"), { recursive: true })
    const path = join(home, "listed/case.yaml")
    writeFileSync(path, readFileSync(path, "utf8").replace('"https://tidegrid.example"', `"https://${LISTED_PAGE}"`))
    const { status, stdout, stderr } = lerpack(["check", "listed", ...desks], { cwd: home })
    expect([status, stdout + stderr]).toEqual([0, expect.stringContaining("[request.address.invented]")])
})

test("in a case it is a warning: what suspects used stays as it was found", () => {
    cpSync(join(home, "case"), join(home, "other"), { recursive: true })
    const path = join(home, "other/case.yaml")
    writeFileSync(
        path,
        readFileSync(path, "utf8").replace('"https://tidegrid.example"', '"https://binnacle-support.example"'),
    )
    const { status, stdout, stderr } = lerpack(["check", "other", ...desks], { cwd: home })
    expect(status).toBe(0)
    expect(stdout + stderr).toMatch(/binnacle-support\.example.*binnacle\.example/)
    expect(stdout + stderr).toContain("[request.address.imitation]")
})

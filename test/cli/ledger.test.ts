import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { WHAT_LEAVES_NAME } from "../../src/flows/officer/names.ts"
import { ROOT } from "../check.ts"
import { INSTRUMENT, PHOTOS } from "./made.ts"
import { hashes, lerpack, outside, scratch } from "./run.ts"

/** `lerpack ledger` and what `import` says of exports, typed as a person types them. */

let folder = ""
beforeEach(() => {
    folder = join(scratch(), "case")
    cpSync(join(ROOT, "assets/sample-case"), folder, { recursive: true })
})

const change = (name: string, from: string, to: string): void => {
    const text = readFileSync(join(folder, name), "utf8")
    if (!text.includes(from)) throw new Error(`${from} is not in ${name}`)
    writeFileSync(join(folder, name), text.replace(from, to))
}
interface Told {
    readonly files: readonly {
        readonly id: string
        readonly zone: object
        readonly rows: object
        readonly gaps: readonly object[]
    }[]
    readonly totals: readonly {
        readonly what: string
        readonly asset: string
        readonly exact: string
        readonly rounded: string
        readonly rows: number
    }[]
    readonly events: { readonly count: number }
    readonly issues: readonly { readonly code: string }[]
}
const json = (...args: readonly string[]): [status: number | null, told: Told] => {
    const { status, stdout } = lerpack(["ledger", folder, "--json", ...args])
    return [status, JSON.parse(stdout) as Told]
}

describe("what the exports of a case give", () => {
    test("as data: figures are decimal texts, exact and rounded", () => {
        const [status, told] = json()
        expect(status).toBe(0)
        expect(Object.keys(told).sort()).toEqual(
            "averages events files issues moves overlaps prices quantities reconciliation signals totals unread".split(
                " ",
            ),
        )
        const net = told.totals.find(({ what }) => what === "futures-net")
        expect(net).toMatchObject({ asset: "USDT", exact: "-40856.89", rounded: "-40856.89" })
        expect(told.totals.find(({ what, asset }) => what === "purchased-for" && asset === "CNY")).toMatchObject({
            exact: "1036485.2",
            rounded: "1036485.20",
            rows: 82,
        })
        expect(told.files.map(({ id, zone }) => [id, zone])).toEqual([
            ["X01", { value: "UTC", from: "case" }],
            ["X02", { value: "UTC", from: "case" }],
            ...["X03", "X04", "X05", "X06"].map((id) => [id, { value: "UTC", from: "header" }]),
        ])
    })

    test.each(["zh-CN", "en"])("in words (%s), one line for each file first", (lang) => {
        const { status, stdout } = lerpack(["ledger", folder, "--lang", lang])
        expect(status).toBe(0)
        const lines = stdout.split("\n")
        expect(lines.slice(0, 6).map((line) => line.slice(0, 3))).toEqual(["X01", "X02", "X03", "X04", "X05", "X06"])
        expect(lines[6]).toBe("")
        for (const figure of ["-40856.89 USDT", "1036485.20 CNY", "58373.88 USDT", "6.62 CNY/USDT", "X03", "S10"])
            expect(stdout).toContain(figure)
        expect(stdout).not.toMatch(/undefined|NaN|\[object/)
    })

    test("it ends with 1 where a figure of the case is contradicted or cannot be made, and only there", () => {
        change("case.yaml", 'amount: "40856.89"', 'amount: "93584.63"')
        expect(json()[0]).toBe(1)
        change("case.yaml", 'amount: "93584.63"', 'amount: "40856.89"')
        change("case.yaml", 'filled: "9120.3"', 'filled: "22939.6"')
        const [status, { issues }] = json()
        expect([status, issues.some(({ code }) => code === "ledger.case.order")]).toEqual([0, true])
    })

    test("of a case that is not finished, and of a folder without any", () => {
        change("case.yaml", "originals:", "original:")
        const [status, told] = json()
        expect([status, told.events.count]).toEqual([0, 117])
        expect(told.issues.map(({ code }) => code)).toContain("ledger.unfinished")
        rmSync(join(folder, "case.yaml"))
        const [bare, alone] = json()
        expect([bare, alone.events.count, alone.files.length]).toEqual([0, 0, 6])
    })

    test("a file that was changed after it was registered ends it with 1", () => {
        change("exports/账户流水_2023-03-20.csv", "-11.12988614", "-11.12988615")
        const [status, { issues }] = json()
        expect([status, issues.some(({ code }) => code.startsWith("evidence.file."))]).toEqual([1, true])
    })
})

describe("rows in one shape", () => {
    test("are written beside, the same each time, and nothing else is", () => {
        const before = hashes(folder)
        const out = join(scratch(), "out")
        mkdirSync(out)
        const args = (n: number) => [
            "--csv",
            join(out, `${String(n)}.csv`),
            "--parquet",
            join(out, `${String(n)}.parquet`),
        ]
        for (const n of [1, 2]) expect(lerpack(["ledger", folder, ...args(n)]).status).toBe(0)
        expect(readdirSync(out).sort()).toEqual(["1.csv", "1.parquet", "2.csv", "2.parquet"])
        const made = hashes(out)
        expect([made["1.csv"], made["1.parquet"]]).toEqual([made["2.csv"], made["2.parquet"]])
        expect(hashes(folder)).toEqual(before)
        expect(readFileSync(join(out, "1.parquet")).subarray(0, 4).toString()).toBe("PAR1")
    })

    test("never over a file that is there, and then none of them", () => {
        const out = scratch()
        writeFileSync(join(out, "b.parquet"), "mine")
        const { status, stderr } = lerpack([
            "ledger",
            folder,
            "--csv",
            join(out, "a.csv"),
            "--parquet",
            join(out, "b.parquet"),
        ])
        expect([status, existsSync(join(out, "a.csv")), readFileSync(join(out, "b.parquet"), "utf8")]).toEqual([
            1,
            false,
            "mine",
        ])
        expect(stderr).toContain("shell.output.exists")
    })
})

test("import names format and sums of each export, without any case", () => {
    const bare = join(scratch(), "bare")
    mkdirSync(bare)
    cpSync(join(folder, "exports"), join(bare, "exports"), { recursive: true })
    const { status, stdout } = lerpack(["import", bare, "--json"])
    expect(status).toBe(0)
    const { exports } = JSON.parse(stdout) as {
        readonly exports: { readonly files: readonly { readonly format: string; readonly totals: readonly object[] }[] }
    }
    expect(exports.files.map(({ format }) => format)).toEqual([
        "binance.c2c",
        "binance.c2c",
        "binance.futures-orders",
        "binance.futures-statement",
        "binance.spot-trades",
        "binance.statement",
    ])
    expect(exports.files[0]?.totals[0]).toEqual({
        what: "purchased",
        asset: "USDT",
        exact: "86702.16",
        rounded: "86702.16",
        for: { asset: "CNY", exact: "568400", rounded: "568400.00" },
        rows: 45,
    })
})

test("a draft holds what its exports gave and the rows; nothing of it leaves", () => {
    const out = join(scratch(), "out")
    expect(lerpack(["build", folder, "-o", out, "--unsigned"]).status).toBe(0)
    const zip = readFileSync(join(out, "DRAFT-LX-2023-0321.zip"))
    for (const path of ["data/ledger.json", "data/annex/ledger-rows.csv"]) expect(zip.includes(path)).toBe(true)
    expect(lerpack(["verify", join(out, "DRAFT-LX-2023-0321.zip")]).status).toBe(0)
})

test("a net loss that the exports contradict is in no text for the desk, and the officer reads why", () => {
    const papers = ["--officer", join(ROOT, "assets/sample-officer/officer.yaml"), "--photos", PHOTOS]
    /** SHA-256 of the text of the request that the letter's seal binds, with such a net loss. */
    const requestWith = (stated: string): string => {
        const own = join(scratch(), "case")
        cpSync(folder, own, { recursive: true })
        const yaml = readFileSync(join(own, "case.yaml"), "utf8")
        writeFileSync(join(own, "case.yaml"), yaml.replace('amount: "40856.89"', `amount: "${stated}"`))
        const out = join(scratch(), "out")
        expect(lerpack(["build", own, "-o", out, "--unsigned"]).status).toBe(0)
        const draft = join(out, "DRAFT-LX-2023-0321.zip")
        expect(lerpack(["complete", draft, ...papers, "--legal", INSTRUMENT, "-o", out]).status).toBe(0)
        const prepared = join(out, "LX-2023-0321-prepared")
        const paper = outside("pdftotext", ["-raw", join(prepared, WHAT_LEAVES_NAME), "-"]).replace(/\s/g, "")
        expect(paper).toContain("报案人填写的净损失（USDT）：与导出文件算出的不同，英文请求中不写这个数字")
        const { texts } = JSON.parse(readFileSync(join(prepared, "prepared.json"), "utf8")) as {
            readonly texts: { readonly request: string }
        }
        return texts.request
    }
    expect(requestWith("93584.63")).toBe(requestWith("93584.64"))
}, 120_000)

import { beforeAll, describe, expect, test } from "vitest"
import type { ByteSource } from "../../../src/base/source.ts"
import type { CaseLedger } from "../../../src/facts/ledger/case-ledger.ts"
import { reckonExports } from "../../../src/flows/victim/ledger.ts"
import { ledgerPage, ledgerRanges } from "../../../src/flows/victim/ledger-page.ts"
import { EVENT, exportFile, later, leg, STATEMENT_HEAD, sampleExports } from "../../facts/ledger/exports.ts"

// Rows of a file as the page shows them, some at a time.

let sample: CaseLedger
beforeAll(async () => {
    sample = await reckonExports(sampleExports(), { answers: new Map(), window: EVENT })
})
const numbers = (page: { readonly rows: readonly { readonly number: number }[] }) =>
    page.rows.map(({ number }) => number)

describe("rows of a file, some at a time", () => {
    test("follow each other without a gap, forwards and back", async () => {
        const seen: number[] = []
        const starts: number[] = []
        let from: number | undefined = 1
        while (from !== undefined) {
            const page = await ledgerPage(sample, "X04", { show: "all" }, from, 10)
            starts.push(numbers(page)[0] ?? 0)
            seen.push(...numbers(page))
            expect(page.before).toBe(starts.at(-2))
            from = page.after
        }
        expect(seen).toEqual(Array.from({ length: 64 }, (_, i) => i + 2))
    })

    test("have the columns that have something in them, and say which rows are reckoned with", async () => {
        const page = await ledgerPage(sample, "X03", { show: "all" }, 1, 50)
        expect(page.columns).toContain("order_id")
        expect(page.columns).not.toContain("tx_hash")
        const at = page.columns.indexOf("symbol")
        expect(page.rows[0]?.cells[at]).toBe("TRBUSDT")
        expect(page.rows.filter(({ isChosen }) => !isChosen).map(({ number }) => number)).toEqual([8])
    })

    test("can be those that count for nothing, those reckoned with, or those of a span by the file's clock", async () => {
        expect(numbers(await ledgerPage(sample, "X03", { show: "aside" }, 1, 50))).toEqual([8])
        expect(numbers(await ledgerPage(sample, "X03", { show: "chosen" }, 1, 3))).toEqual([2, 3, 4])
        const span = { show: "span", from: "2023-03-20 22:12", to: "2023-03-20 22:14" } as const
        expect(numbers(await ledgerPage(sample, "X03", span, 1, 50))).toEqual([4, 5])
        const open = { show: "span", from: "", to: "2023-03-20 21:28:21" } as const
        expect(numbers(await ledgerPage(sample, "X03", open, 1, 50))).toEqual([19])
    })

    test("as ranges are those that count; one that does not count parts none", async () => {
        const span = { show: "span", from: "2023-03-20 21:57:46", to: "2023-03-20 22:03:40" } as const
        expect(await ledgerRanges(sample, "X03", span)).toEqual([[6, 9]])
        expect(await ledgerRanges(sample, "X01", { show: "all" })).toEqual([])
    })

    test("are taken apart no further than the page, behind one look at the encoding", async () => {
        const lines = Array.from({ length: 60_000 }, (_, i) => leg(later(i), "Deposit", "USDT", "1.5"))
        const { source, ...file } = exportFile("X01", "流水.csv", [STATEMENT_HEAD, ...lines].join(""))
        let read = 0
        const counting: ByteSource = {
            size: source.size,
            read: (offset, length) => {
                read += length
                return source.read(offset, length)
            },
        }
        const large = await reckonExports([{ ...file, source: counting }], { answers: new Map() })
        read = 0
        await ledgerPage(large, "X01", { show: "all" }, 1, 50)
        expect(read).toBeLessThan(1.5 * source.size)
    })
})

import { gzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { concat, utf8 } from "../../../src/base/bytes.ts"
import { memorySource, readAll } from "../../../src/base/source.ts"
import { openAll } from "../../../src/facts/ledger/zip-members.ts"
import { litter } from "../../packet/litter.ts"
import { leg, STATEMENT_HEAD } from "./exports.ts"
import { read } from "./read-text.ts"

/** Large exports come as `.tar.gz`. */

describe("a gzip or tar of exports", () => {
    const text = utf8(STATEMENT_HEAD + leg("2024-05-06 17:50:00", "Deposit", "BTC", "1"))
    const opened = (name: string, bytes: Uint8Array) =>
        openAll([{ label: "X05", name, source: memorySource(bytes), sha256: "00" }])

    /** As GNU tar writes it: names above 100 bytes stand in an entry before. */
    const tar = (files: Readonly<Record<string, Uint8Array>>): Uint8Array => {
        const entry = (name: string, kind: string, bytes: Uint8Array): Uint8Array => {
            const head = new Uint8Array(512)
            const put = (at: number, value: string) => head.set(utf8(value), at)
            put(0, name.slice(0, 100))
            put(124, `${bytes.length.toString(8).padStart(11, "0")}\0`)
            put(148, " ".repeat(8))
            put(156, kind)
            put(257, "ustar  ")
            put(
                148,
                `${head
                    .reduce((sum, byte) => sum + byte, 0)
                    .toString(8)
                    .padStart(6, "0")}\0 `,
            )
            return concat([head, bytes, new Uint8Array(-bytes.length & 511)])
        }
        const entries = Object.entries(files).flatMap(([name, bytes]) => [
            ...(name.length > 100 ? [entry("././@LongLink", "L", utf8(`${name}\0`))] : []),
            entry(name, "0", bytes),
        ])
        return concat([entry("./", "5", new Uint8Array()), ...entries, new Uint8Array(1024)])
    }

    test("a table that was packed by itself has its name without the ending", async () => {
        const { files, unread } = await opened("Binance(UTC+8).csv.gz", gzipSync(text))
        expect([files.map(({ label, name }) => [label, name]), unread]).toEqual([
            [["X05/Binance(UTC+8).csv", "Binance(UTC+8).csv"]],
            [],
        ])
        expect((await read(await readAll(files[0]?.source ?? memorySource(text)))).used).toHaveLength(1)
    })

    test("every file of a tar, packed or not, is a member, long names whole", async () => {
        const long = `${"a".repeat(120)}.csv`
        const bytes = tar({ "./part-00000.csv": text, [long]: text, "._part-00000.csv": litter("._x") })
        for (const packed of [bytes, gzipSync(bytes)]) {
            const { files } = await opened("a.tar.gz", packed)
            expect(files.map(({ name }) => name)).toEqual(["part-00000.csv", long])
            expect((await read(await readAll(files[1]?.source ?? memorySource(text)))).used).toHaveLength(1)
        }
    })

    test("one that is damaged, or whose names lead elsewhere, is told", async () => {
        const faults = async (bytes: Uint8Array) => (await opened("a.gz", bytes)).unread.map(({ fault }) => fault)
        const packed = gzipSync(text)
        expect(await faults(packed.slice(0, -9))).toEqual(["archive"])
        expect(await faults(packed.with(30, (packed[30] ?? 0) ^ 1))).toEqual(["archive"])
        expect(await faults(tar({ "a.csv": text }).slice(0, 1030))).toEqual(["damaged"])
        expect(await faults(tar({ "../a.csv": text }))).toEqual(["archive"])
    })
})

import * as z from "zod"
import { type Issue, issue } from "../../base/issue.ts"
import { REPORTS } from "../case/exports.ts"
import { checkRecord, type Reading, readJsonFile } from "../case/record.ts"
import { SIGNALS } from "./signals.data.ts"

/**
 * `data/ledger.json` of a packet: what the exports of a case gave. The officer's half reads this and never the exports.
 * Amounts are decimal texts, times RFC 3339 in UTC, rows those of the file from 1.
 */

const text = z.string()
const count = z.int().min(0)
const amount = z.string().regex(/^-?\d+(?:\.\d+)?$/)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const instant = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z$/)
/** `2-19, 25` */
const rows = z.string().regex(/^\d+(?:-\d+)?(?:, \d+(?:-\d+)?)*$/)
const report = z.enum(REPORTS)

const edge = z.strictObject({ row: count, wall: text, utc: instant.exactOptional() })
const gap = z.strictObject({ after: text, before: text, from: instant, to: instant })
const file = z.strictObject({
    id: text,
    name: text,
    sha256: digest,
    exchange: text,
    format: text,
    version: text,
    lang: text,
    report: report.exactOptional(),
    zone: z.strictObject({
        value: text.exactOptional(),
        from: z.enum(["header", "file-name", "cell", "format", "case", "proposed"]).exactOptional(),
    }),
    accounts: z.array(text),
    header: count,
    encoding: text.exactOptional(),
    sheet: text.exactOptional(),
    rows: z.strictObject({ used: count, notRelevant: count, problem: count, spoiled: count }),
    notRelevant: z.record(text, count),
    unknownOperations: z.record(text, count),
    problems: z.array(z.strictObject({ row: count, why: text, column: text, found: text })),
    first: edge.exactOptional(),
    last: edge.exactOptional(),
    gaps: z.array(gap),
})

const basis = {
    files: z.array(text),
    report,
    rows: count,
    /** Rows of these files that could not be read. */
    without: count,
}
const total = z.strictObject({
    what: text,
    /** Market, where a total is of one. */
    name: text.exactOptional(),
    asset: text,
    exact: amount,
    rounded: amount,
    ...basis,
})

const record = z.strictObject({
    format: z.literal("1.0").optional(),
    files: z.array(file),
    unread: z.array(z.strictObject({ id: text, name: text, why: text, header: text.exactOptional() })),
    overlaps: z.array(
        z.strictObject({ first: text, second: text, from: instant, to: instant, same: z.boolean(), rows: text }),
    ),
    events: z.strictObject({
        chosenBy: z.enum(["rows", "times", "none"]),
        window: z.strictObject({ from: instant, to: instant }).exactOptional(),
        count,
        files: z.array(z.strictObject({ file: text, rows, count })),
        /** Of `data/annex/ledger-rows.csv`. */
        sha256: digest.exactOptional(),
    }),
    totals: z.array(total),
    moves: z.array(z.strictObject({ asset: text, exact: amount, from: text, to: text, ...basis })),
    averages: z.array(
        z.strictObject({ what: text, asset: text, fiat: text, average: amount, quantity: amount, total: amount }),
    ),
    reconciliation: z.array(
        z.strictObject({ what: text, name: text, asset: text, left: amount, right: amount, gap: amount }),
    ),
    prices: z.array(
        z.strictObject({
            asset: text,
            quote: text,
            over: z.enum(["all", "own", "chosen"]),
            quantity: amount,
            value: amount,
            price: amount,
        }),
    ),
    signals: z.array(
        z.strictObject({
            code: z.enum(SIGNALS),
            values: z.record(text, z.union([text, z.number()])),
            rows: z.array(z.strictObject({ file: text, rows })),
            from: instant.exactOptional(),
            to: instant.exactOptional(),
        }),
    ),
})

export type LedgerRecord = z.output<typeof record>

/** Reads the record. Every fault is named with its path. */
export function readLedgerRecord(path: string, bytes: Uint8Array): Reading<LedgerRecord> {
    return checkRecord(path, readJsonFile(path, bytes, "printed"), record)
}

/** Where the record and the files of the packet do not agree. */
export function matchLedger(
    path: string,
    { files }: LedgerRecord,
    entries: readonly { readonly label: string; readonly sha256: string }[],
): readonly Issue[] {
    return files.flatMap(({ id, sha256 }, i): readonly Issue[] => {
        const entry = entries.find(({ label }) => label === id.split("/")[0])
        // What lies in a ZIP has a hash of its own.
        const isSame = entry !== undefined && (id.includes("/") || entry.sha256 === sha256)
        return isSame ? [] : [issue("ledger.record.differs", [path, "files", i, "sha256"], { label: id })]
    })
}

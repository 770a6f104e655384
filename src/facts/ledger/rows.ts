import type { RowReason } from "../../base/issues/ledger.ts"
import { printOffset } from "../../base/text/local-time.ts"
import { choiceIn, type Ledger } from "./ledger.ts"
import { type LedgerOptions, openAgain } from "./options.ts"
import { repeatedIn } from "./overlaps.ts"
import { type ExportFile, eachRow } from "./read-file.ts"
import { epochOf, type Reading } from "./reading.ts"
import type { IdleReason, LedgerRow } from "./row.ts"
import { MINUTE } from "./wall.ts"

/** The rows of a ledger one after the other in one shape, whatever exchange they came from. */

/** A row as it counts. */
export interface CountedRow {
    readonly reading: Reading
    /** From 1; the header is counted. */
    readonly number: number
    /** Absent where the row could not be read, or holds no record. */
    readonly row?: LedgerRow
    readonly use: "used" | "not-relevant" | "problem"
    readonly why?: IdleReason | RowReason
    /** Milliseconds since 1970; absent where time or zone is not known. */
    readonly epochMs?: number
    readonly isChosen: boolean
}

/** Visits every row of every file that was read, in the order of the files; nothing is kept of one that was visited. */
export async function eachLedgerRow(
    ledger: Ledger,
    files: readonly ExportFile[],
    options: LedgerOptions,
    visit: (row: CountedRow) => void,
): Promise<void> {
    for (const reading of ledger.readings) {
        const table = await openAgain(reading, files, options)
        if (table === undefined) continue
        const choose = choiceIn(options, reading.label, ledger)
        const isAgain = repeatedIn(ledger.overlaps, reading.label)
        await eachRow(table, reading.report, (number, use) => {
            if (use.use === "problem") {
                visit({ reading, number, use: "problem", why: use.why, isChosen: false })
                return
            }
            const { row } = use
            const epochMs = row === undefined ? undefined : epochOf(row, reading.zone)
            const timed = { ...(row === undefined ? {} : { row }), ...(epochMs === undefined ? {} : { epochMs }) }
            const isRepeated = isAgain(number, epochMs, row?.wall)
            if (use.use === "not-relevant" || reading.isOther || isRepeated) {
                const aside = reading.isOther ? "other-exchange" : "repeated"
                const why = use.use === "not-relevant" ? use.why : aside
                visit({ reading, number, ...timed, use: "not-relevant", why, isChosen: false })
            } else visit({ reading, number, ...timed, use: "used", isChosen: choose(number, epochMs, use.row) })
        })
    }
}

/** Columns of the rows in one shape; a blank cell is one that the file has nothing for. */
export const ROW_COLUMNS = [
    ..."file row use why chosen time_utc wall zone exchange report uid wallet".split(" "),
    ..."kind class operation asset amount balance market symbol base quote side type status status_text".split(" "),
    ..."price quantity filled average value fee1_asset fee1 fee2_asset fee2 fee3_asset fee3".split(" "),
    ..."realised_asset realised order_id client_order_id trade_id".split(" "),
    ..."network address from_address memo tx_hash counterparty note spoiled".split(" "),
] as const

/** Those of {@link ROW_COLUMNS} that are amounts: plain decimal text. */
export const AMOUNT_COLUMNS: readonly string[] =
    "amount balance price quantity filled average value fee1 fee2 fee3 realised".split(" ")

/** The cells of a row, in the order of {@link ROW_COLUMNS}. */
export function rowCells({ reading, number, row, use, why, epochMs, isChosen }: CountedRow): readonly string[] {
    const of: Partial<LedgerRow> = row ?? {}
    const { wall, span, fees = [], realised } = of
    const offset = of.offset ?? reading.zone.offset
    const [uid] = reading.uids
    const [fee1, fee2, fee3] = fees
    const clock = wall === undefined ? "" : isoText(wall, span)
    // Named one by one: members looked up by a variable took a second of a million rows.
    return [
        reading.label,
        String(number),
        use,
        why ?? "",
        isChosen ? "yes" : "no",
        instantCell(epochMs, span),
        clock,
        wall === undefined || offset === undefined ? "" : printOffset(offset),
        reading.format.exchange,
        reading.report ?? "",
        of.uid ?? (reading.uids.length === 1 ? (uid ?? "") : ""),
        of.wallet ?? "",
        of.kind ?? "",
        of.class ?? "",
        of.operation ?? "",
        of.asset ?? "",
        of.amount ?? "",
        of.balance ?? "",
        of.market ?? "",
        of.symbol ?? "",
        of.base ?? "",
        of.quote ?? "",
        of.side ?? "",
        of.type ?? "",
        of.status ?? "",
        of.statusText ?? "",
        of.price ?? "",
        of.quantity ?? "",
        of.filled ?? "",
        of.average ?? "",
        of.value ?? "",
        fee1?.asset ?? "",
        fee1?.amount ?? "",
        fee2?.asset ?? "",
        fee2?.amount ?? "",
        fee3?.asset ?? "",
        fee3?.amount ?? "",
        realised?.asset ?? "",
        realised?.amount ?? "",
        of.orderId ?? "",
        of.clientOrderId ?? "",
        of.tradeId ?? "",
        of.network ?? "",
        of.address ?? "",
        of.from ?? "",
        of.memo ?? "",
        of.txHash ?? "",
        of.counterparty ?? "",
        of.note ?? "",
        of.spoiled === undefined ? "" : of.spoiled.join("、"),
    ]
}

/** Of a day alone there is no instant. */
function instantCell(epochMs: number | undefined, span: number | undefined): string {
    if (epochMs === undefined || (span !== undefined && span > MINUTE)) return ""
    return `${isoText(epochMs, span)}Z`
}

/** `2023-03-20T17:49:08`, with milliseconds where there are any; without what a cell does not have. */
function isoText(ms: number, span?: number): string {
    const iso = new Date(ms).toISOString()
    return span === undefined ? iso.slice(0, ms % 1000 === 0 ? 19 : 23) : iso.slice(0, span > MINUTE ? 10 : 16)
}

/** A line of RFC 4180, its end included; cells stand as they are. */
export function csvLine(cells: readonly string[]): string {
    return `${cells.map(csvCell).join(",")}\r\n`
}

function csvCell(cell: string): string {
    return cell !== "" && /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

import type { Issue } from "../../base/issue.ts"
import { FORMATS } from "../../facts/ledger/formats/index.ts"
import { openExport } from "../../facts/ledger/reading.ts"
import type { LedgerRecord } from "../../facts/ledger/record.ts"
import { drawLedger } from "../../flows/print/charts.ts"
import { letteringOf } from "../../flows/print/compose.ts"
import { type FolderLedger, ledgerOfFolder, printLedger } from "../../flows/victim/ledger-folder.ts"
import { type LedgerPage, ledgerPage, ledgerRanges, type RowView } from "../../flows/victim/ledger-page.ts"
import { keptLedger, type Sink, writeRowsCsv, writeRowsParquet } from "../../flows/victim/ledger-rows.ts"
import { plain } from "../blob.ts"
import type { FolderFile, Moment } from "../given.ts"
import { type DrawnChart, drawnChart } from "./chart.ts"
import type { Context, Handlers } from "./context.ts"
import { caseFolder } from "./folder.ts"

/** A case folder whose exports are read, by a number that changes whenever they are to be read anew. */
export interface LedgerAsked {
    readonly version: number
    readonly files: readonly FolderFile[]
    readonly moment: Moment
}

/** What the exports of a case give. */
export interface ToldLedger {
    readonly record: LedgerRecord
    readonly issues: readonly Issue[]
    /** Where the case says something else than the rows. */
    readonly contradictions: readonly Issue[]
    /** Header cells of files that no format has, by label; also of those whose columns the reporter has named. */
    readonly headers: Readonly<Record<string, readonly string[]>>
    readonly chart?: DrawnChart
    /** First and last instant by which rows are proposed, in ms since 1970. */
    readonly window?: { readonly from: number; readonly to: number }
}

export type LedgerFormat = "json" | "csv" | "parquet"

export interface LedgerWork {
    readLedger(asked: LedgerAsked): Promise<ToldLedger>
    /** Rows of a file from a row on. */
    ledgerRows(asked: LedgerAsked, label: string, view: RowView, from: number, most: number): Promise<LedgerPage>
    /** All rows of a view that count, as ranges. */
    ledgerRanges(
        asked: LedgerAsked,
        label: string,
        view: RowView,
    ): Promise<readonly (readonly [from: number, to: number])[]>
    /** What `lerpack ledger` saves. */
    ledgerFile(asked: LedgerAsked, format: LedgerFormat): Promise<Blob>
}

/** The last ledger that was read: pages of rows and files are made of it. */
let last: { readonly version: number; readonly found: FolderLedger } | undefined

async function ledgerOf({ version, files, moment }: LedgerAsked, { host, phase }: Context): Promise<FolderLedger> {
    if (last?.version === version) return last.found
    phase("reading")
    // Before another is read: two at once need the memory of both.
    last = undefined
    const found = await ledgerOfFolder(await caseFolder(files, moment), host)
    last = { version, found }
    return found
}

export const ledgerWork: Handlers<LedgerWork> = {
    async readLedger(context, asked) {
        const { exports, issues } = await ledgerOf(asked, context)
        const { record } = await keptLedger(exports)
        const lettering = letteringOf(context.host)
        const drawing = drawLedger(exports, lettering)
        const { window } = exports.options
        return {
            record,
            issues,
            contradictions: exports.contradictions,
            headers: await unknownHeaders(exports),
            ...(drawing === undefined ? {} : { chart: drawnChart(drawing, lettering) }),
            ...(window === undefined ? {} : { window }),
        }
    },
    async ledgerRows(context, asked, label, view, from, most) {
        return ledgerPage((await ledgerOf(asked, context)).exports, label, view, from, most)
    },
    async ledgerRanges(context, asked, label, view) {
        return ledgerRanges((await ledgerOf(asked, context)).exports, label, view)
    },
    async ledgerFile(context, asked, format) {
        const found = await ledgerOf(asked, context)
        const { exports } = found
        context.phase("documents")
        if (format === "json") {
            const { record } = await keptLedger(exports)
            return new Blob([`${printLedger(found, record)}\n`])
        }
        const write = format === "csv" ? writeRowsCsv : writeRowsParquet
        return written((sink) => write(exports, sink))
    },
}

/** Bytes that are gathered before the browser gets them, so that they leave the memory of the script. */
const GATHERED = 4 << 20

/** What is written piece by piece, as a file of the browser. */
async function written(write: (sink: Sink) => Promise<void>): Promise<Blob> {
    const parts: Blob[] = []
    let gathered: Uint8Array<ArrayBuffer>[] = []
    let size = 0
    await write((bytes) => {
        gathered.push(plain(bytes.slice()))
        size += bytes.length
        if (size < GATHERED) return
        parts.push(new Blob(gathered))
        gathered = []
        size = 0
    })
    return new Blob([...parts, ...gathered])
}

async function unknownHeaders({ files, options, ledger }: FolderLedger["exports"]): Promise<ToldLedger["headers"]> {
    const headers: Record<string, readonly string[]> = {}
    for (const unread of ledger.unread)
        if (unread.fault === "unknown-header") headers[unread.label] = cellsOf(unread.header)
    for (const file of files) {
        if (options.answers.get(file.label)?.columns === undefined) continue
        const table = await openExport(file, FORMATS)
        if ("fault" in table && table.fault === "unknown-header") headers[file.label] = cellsOf(table.header)
    }
    return headers
}

function cellsOf(header: string): readonly string[] {
    return header.split(",").filter((cell) => cell.trim() !== "")
}

import type { RowList } from "../case/row-list.ts"
import { type ClockFit, OrderClocks } from "./c2c-clock.ts"
import { NotThisEncoding } from "./csv.ts"
import type { Format, Report } from "./format.ts"
import { type CountedLeg, isLeg, pairsInOrder } from "./leg-order.ts"
import { LegPairs } from "./leg-pairs.ts"
import type { NamedColumns } from "./named.ts"
import { openTable } from "./open-table.ts"
import { byName, type ExportFile, eachRow, fullName, reportOf, statedZone, type Zone } from "./read-file.ts"
import { RepeatSigns } from "./repeat-signs.ts"
import type { Choose, IdleReason, LedgerRow, RowUse } from "./row.ts"
import { RowIndex } from "./row-index.ts"
import { countName } from "./row-names.ts"
import type { Table, TableFault } from "./table.ts"
import { Tally, type Total } from "./tally.ts"
import { type Hidden, Unseen } from "./unseen.ts"
import { isUnsettled, type Waiting, WaitingRows } from "./waiting.ts"
import { MINUTE } from "./wall.ts"

/** What the reporter says of a file where it does not say it itself. */
export interface ExportAnswer {
    /** Minutes east of UTC. */
    readonly zone?: number
    readonly report?: Report
    /** Account number of the file. */
    readonly account?: string
    /** Columns of a header that no format has. */
    readonly columns?: NamedColumns["columns"]
    /** Rows that the reporter says are not theirs. */
    readonly unauthorised?: RowList
}

/** A row that was chosen, with its place and time. */
export interface PlacedRow extends LedgerRow {
    readonly file: string
    /** From 1; the header is counted. */
    readonly row: number
    /** Milliseconds since 1970-01-01T00:00Z; absent where the zone is not known. */
    readonly epochMs?: number
}

/** A row that could not be read. */
export interface ProblemRow extends Omit<Extract<RowUse, { readonly use: "problem" }>, "use"> {
    readonly row: number
}

/** The first or last row of a file by time. */
export interface Edge {
    readonly row: number
    readonly wall: number
    readonly epochMs?: number
    /** As {@link LedgerRow.span}. */
    readonly span?: number
}

/** One export file as it was read. */
export interface Reading {
    readonly label: string
    readonly name: string
    readonly sha256: string
    readonly format: Format
    readonly version: string
    readonly lang: string
    readonly report: Report | undefined
    readonly zone: Zone
    readonly table: Pick<
        Table,
        "encoding" | "separator" | "comma" | "sheet" | "headerRow" | "otherSheets" | "isOrderAssumed"
    >
    /** It is of another exchange than the case: none of its rows counts. */
    readonly isOther: boolean
    /** Headers that the format does not have: their columns were not read. */
    readonly strange: readonly string[]
    /** Account numbers met, at most {@link MOST_UIDS}. */
    readonly uids: readonly string[]
    readonly rows: {
        readonly used: number
        readonly notRelevant: ReadonlyMap<IdleReason, number>
        readonly problem: number
        /** Rows that count for nothing and may have since: see {@link isUnsettled}. */
        readonly unsettled: number
        /** Rows with an identifier that a spreadsheet or the exchange made useless. */
        readonly spoiled: number
        /** Rows with an amount of which a workbook may have lost figures. */
        readonly rounded: number
        /** Rows with an amount that a spreadsheet wrote with three figures and an exponent. */
        readonly shortened: number
        /** Rows whose time has no seconds, and those that have a day alone. */
        readonly minutes: number
        readonly days: number
    }
    /** What counts although nobody who opens the workbook sees it. */
    readonly hidden?: Hidden
    /** The first of them, at most {@link MOST_PROBLEMS}. */
    readonly problems: readonly ProblemRow[]
    readonly first?: Edge
    readonly last?: Edge
    readonly index: RowIndex
    readonly totals: readonly Total[]
    /** Totals of the chosen rows. */
    readonly chosenTotals: readonly Total[]
    /** In the file's order, at most {@link MOST_CHOSEN}. */
    readonly chosen: readonly PlacedRow[]
    readonly chosenCount: number
    /** Those that were chosen and were not completed. */
    readonly waiting?: Waiting
    /** The last row of the file. */
    readonly end: number
    /** Rows that the case cites and those of orders and transfers that it types, in the file's order. */
    readonly cited: readonly PlacedRow[]
    /** Rows with an operation that no list has, by its name. */
    readonly unknownOperations: ReadonlyMap<string, number>
    /** Rows that count although nobody knows their state, by its word. */
    readonly unknownStates: ReadonlyMap<string, number>
    /** Rows of it may stand there twice: see `repeats.ts`. */
    readonly mayRepeat: boolean
    /** Seconds of which the chosen rows have one side of trades alone. */
    readonly halves: number
    readonly clock: ClockFit
}

const MOST_UIDS = 5
const MOST_PROBLEMS = 100
/** Rows that are kept as they are; of more there are only totals. */
export const MOST_CHOSEN = 50_000

export interface ReadingOptions {
    readonly answer?: ExportAnswer
    readonly choose: Choose
    /** Rows that are cited by place or order number, chosen or not. */
    readonly isCited?: (row: number, of: LedgerRow) => boolean
    /** Rows that stand in another file already. */
    readonly isRepeated?: (row: number, epochMs: number | undefined, wall: number | undefined) => boolean
    /** The file is of another exchange than the case. */
    readonly isOther?: boolean
    /** The reporter listed rows. */
    readonly isListed?: boolean
}

/** Opens an export with what was said of its header, and what its name says of it. */
export async function openExport(
    file: ExportFile,
    formats: readonly Format[],
    { report, columns, ...rest }: ExportAnswer = {},
): Promise<Table | TableFault> {
    const named = report === undefined || columns === undefined ? undefined : { report, columns, ...rest }
    const table = await openTable(file.source, formats, named, file.sheet)
    if ("fault" in table) return table
    const { matched } = table
    const market = byName(matched.format.marketByName, fullName(file))
    return market === undefined ? table : { ...table, matched: { ...matched, format: { ...matched.format, market } } }
}

/** Reads one export: every row is used, not relevant, or a problem. */
export async function readExport(
    file: ExportFile,
    formats: readonly Format[],
    options: ReadingOptions,
): Promise<Reading | TableFault> {
    try {
        const table = await openExport(file, formats, options.answer)
        return "fault" in table ? table : await readTable(file, table, options)
    } catch (thrown) {
        if (thrown instanceof NotThisEncoding) return { fault: "not-text" }
        throw thrown
    }
}

async function readTable(file: ExportFile, table: Table, options: ReadingOptions): Promise<Reading> {
    const { matched } = table
    const report = reportOf(matched, fullName(file), options.answer?.report)
    const reader = new Reader(file, table, report, options)
    await eachRow(table, report, (row, use) => reader.visit(row, use))
    if (reader.hasScatteredLegs) reader.pairs = await pairsInOrder(table, report, (row, use) => reader.legOf(row, use))
    return reader.done()
}

/** What has an instant as long as the clock of its file is known. */
type Timed<T extends { readonly epochMs?: number }> = Omit<T, "epochMs"> & { epochMs?: number }

class Reader {
    private readonly index = new RowIndex()
    private readonly signs = new RepeatSigns()
    private readonly all: Tally
    private readonly picked: Tally
    pairs: { readonly all: LegPairs; readonly picked: LegPairs }
    private readonly chosen: Timed<PlacedRow>[] = []
    private readonly cited: Timed<PlacedRow>[] = []
    private readonly idle = new Map<IdleReason, number>()
    private readonly problems: ProblemRow[] = []
    private readonly uids = new Set<string>()
    private readonly unknown = new Map<string, number>()
    private readonly states = new Map<string, number>()
    private problemCount = 0
    private unsettled = 0
    private spoiled = 0
    private rounded = 0
    private shortened = 0
    private minutes = 0
    private days = 0
    private readonly waiting = new WaitingRows()
    private chosenCount = 0
    private end = 0
    private namesZone = false
    private readonly clocks = new OrderClocks()
    private readonly unseen: Unseen
    private first?: Timed<Edge>
    private last?: Timed<Edge>
    private readonly stated: Zone
    private readonly zone: Zone
    private readonly file: ExportFile
    private readonly table: Table
    private readonly report: Report | undefined
    private readonly options: ReadingOptions

    constructor(file: ExportFile, table: Table, report: Report | undefined, options: ReadingOptions) {
        this.file = file
        this.table = table
        this.report = report
        this.options = options
        this.unseen = new Unseen(table.hidden)
        const { wallet } = table.matched.layout
        this.all = new Tally(report ?? "statement", wallet)
        this.picked = new Tally(report ?? "statement", wallet)
        this.pairs = { all: new LegPairs(report ?? "statement"), picked: new LegPairs(report ?? "statement") }
        this.stated = statedZone(table.matched, fullName(file))
        const { zone } = options.answer ?? {}
        const { likelyZone } = table.matched.format
        this.zone =
            zone !== undefined
                ? { offset: zone, from: "case" }
                : this.stated.offset === undefined && likelyZone !== undefined
                  ? { offset: likelyZone, from: "proposed" }
                  : this.stated
    }

    visit(row: number, use: RowUse): void {
        this.end = row
        if (use.use === "problem") {
            this.problemCount++
            const { use: _, ...why } = use
            if (this.problems.length < MOST_PROBLEMS) this.problems.push({ row, ...why })
            return
        }
        if (use.row !== undefined) this.note(row, use.row)
        const isCited = use.row !== undefined && this.options.isCited?.(row, use.row) === true
        if (isCited && this.cited.length < MOST_CHOSEN) this.cited.push(this.placed(row, use.row))
        const { isOther = false, isListed = false, choose } = this.options
        const epochMs = use.row === undefined ? undefined : epochOf(use.row, this.zone)
        const isRepeated = this.options.isRepeated?.(row, epochMs, use.row?.wall) === true
        if (use.use === "not-relevant") {
            this.count(use.why)
            if (!isUnsettled(use)) return
            this.unsettled++
            if (!isOther && (isListed || !isRepeated) && choose(row, epochMs, use.row)) this.waiting.note(row, use.row)
            return
        }
        if (isOther || isRepeated) {
            this.count(isOther ? "other-exchange" : "repeated")
            return
        }
        const { row: read } = use
        this.unseen.note(row)
        this.signs.note(read)
        this.index.add(row, read)
        this.all.add(read)
        this.pairs.all.add(read)
        if (!choose(row, epochMs, read)) return
        this.chosenCount++
        this.picked.add(read)
        this.pairs.picked.add(read)
        if (this.chosen.length < MOST_CHOSEN) this.chosen.push(this.placed(row, read))
    }

    get hasScatteredLegs(): boolean {
        return this.table.matched.format.kind === "change" && this.signs.isUnordered
    }

    /** A row that counts as a leg, for a second look at them. */
    legOf(row: number, use: RowUse): CountedLeg | undefined {
        const { isOther, isRepeated, choose } = this.options
        if (use.use !== "used" || isOther === true || !isLeg(use.row)) return undefined
        const epochMs = epochOf(use.row, this.zone)
        if (isRepeated?.(row, epochMs, use.row.wall) === true) return undefined
        return { leg: use.row, isChosen: choose(row, epochMs, use.row) }
    }

    private placed(row: number, read: LedgerRow): PlacedRow {
        const epochMs = epochOf(read, this.zone)
        const place = { file: this.file.label, row }
        // The row is nobody else's: a copy of it would take three times the memory.
        return Object.assign(read, epochMs === undefined ? place : { ...place, epochMs })
    }

    private count(why: IdleReason): void {
        this.idle.set(why, (this.idle.get(why) ?? 0) + 1)
    }

    /** What is taken note of for rows that count for nothing, too: they say how far the file reaches. */
    private note(row: number, read: LedgerRow): void {
        if (read.spoiled !== undefined) this.spoiled++
        if (read.rounded === true) this.rounded++
        if (read.shortened === true) this.shortened++
        const { wall, span } = read
        if (span !== undefined && span > MINUTE) this.days++
        else if (span !== undefined) this.minutes++
        if (read.uid !== undefined && this.uids.size < MOST_UIDS) this.uids.add(read.uid)
        if (read.class === "unknown") countName(this.unknown, read.operation ?? "")
        // Of orders what was filled tells.
        if (
            read.statusText !== undefined &&
            read.status === undefined &&
            read.kind !== "order" &&
            read.kind !== "trade"
        )
            countName(this.states, read.statusText)
        if (read.offset !== undefined) this.namesZone = true
        if (wall === undefined) return
        if (this.first === undefined || wall < this.first.wall) this.first = this.edge(row, wall, read)
        if (this.last === undefined || wall > this.last.wall) this.last = this.edge(row, wall, read)
        if (this.report !== "c2c" || read.orderId === undefined) return
        this.clocks.note(row, read.orderId, wall, this.zone.offset ?? 0)
    }

    private edge(row: number, wall: number, read: LedgerRow): Edge {
        const epochMs = epochOf(read, this.zone)
        const { span } = read
        return { row, wall, ...(epochMs === undefined ? {} : { epochMs }), ...(span === undefined ? {} : { span }) }
    }

    done(): Reading {
        const { matched, encoding, separator, comma, sheet, headerRow, otherSheets, isOrderAssumed } = this.table
        const { format, layout, strange } = matched
        const isProposed = this.zone.from === "proposed"
        // The clock of C2C orders is proposed only where the order numbers bear it out.
        const known = isProposed && this.report === "c2c" && !this.clocks.isFitting ? {} : this.zone
        const zone: Zone = known.offset === undefined && this.namesZone ? { from: "cell" } : known
        // What was reckoned by a proposal that fell is no instant.
        if (isProposed && known !== this.zone)
            for (const timed of [this.first, this.last, ...this.chosen, ...this.cited])
                if (timed !== undefined) delete timed.epochMs
        return {
            label: this.file.label,
            name: this.file.name,
            sha256: this.file.sha256,
            format,
            version: layout.version,
            lang: layout.lang,
            report: this.report,
            isOther: this.options.isOther === true,
            zone,
            table: {
                comma,
                headerRow,
                ...(encoding === undefined ? {} : { encoding }),
                ...(separator === undefined ? {} : { separator }),
                ...(sheet === undefined ? {} : { sheet }),
                ...(otherSheets === undefined ? {} : { otherSheets }),
                ...(isOrderAssumed === undefined ? {} : { isOrderAssumed }),
            },
            strange,
            uids: this.options.answer?.account === undefined ? [...this.uids] : [this.options.answer.account],
            rows: {
                used: this.index.size,
                notRelevant: this.idle,
                problem: this.problemCount,
                unsettled: this.unsettled,
                spoiled: this.spoiled,
                rounded: this.rounded,
                shortened: this.shortened,
                minutes: this.minutes,
                days: this.days,
            },
            ...this.unseen.told(this.index.size),
            problems: this.problems,
            ...(this.first === undefined ? {} : { first: this.first }),
            ...(this.last === undefined ? {} : { last: this.last }),
            index: this.index,
            totals: [...this.all.list(), ...this.pairs.all.list()],
            chosenTotals: [...this.picked.list(), ...this.pairs.picked.list()],
            chosen: this.chosen,
            chosenCount: this.chosenCount,
            ...this.waiting.told(),
            end: this.end,
            cited: this.cited,
            unknownOperations: this.unknown,
            unknownStates: this.states,
            mayRepeat: this.signs.mayRepeat,
            halves: this.pairs.picked.halves(),
            clock: this.clocks,
        }
    }
}

/** The instant of a row; `undefined` where its zone or its time is not known. */
export function epochOf({ wall, offset }: LedgerRow, zone: Zone): number | undefined {
    const minutes = offset ?? zone.offset
    return wall === undefined || minutes === undefined ? undefined : wall - minutes * 60_000
}

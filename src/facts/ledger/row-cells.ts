import type { RowReason } from "../../base/issues/ledger.ts"
import { ownText, type StoredKind } from "./csv.ts"
import type { Format, Matched, Report, Role } from "./format.ts"
import {
    type DecimalText,
    figuresOf,
    isBlankCell,
    isPlainNumber,
    KEPT_FIGURES,
    type Marks,
    type NumberFault,
} from "./number.ts"
import type { RowKind } from "./row.ts"
import { ID_FIELDS, IDENTIFIERS, type MutableRow, NOTE_FIELDS, WORD_FIELDS } from "./row-fields.ts"
import { type Quantity, readQuantity } from "./units.ts"
import { readWall, serialWall, type Wall } from "./wall.ts"
import { STATUSES, statusByPart } from "./words.data.ts"

/** What is known of all rows of a file. */
export interface RowContext {
    readonly matched: Matched
    /** What the file is, where its header does not say. */
    readonly report?: Report
    readonly marks: Marks
    /** Of a workbook. */
    readonly countsFrom1904?: boolean
    /** As in `Table`. */
    readonly wholeNumbers?: ReadonlySet<number>
}

/** Rows are made by a constructor, because the engine then finds out how many members they have and keeps them together. */
class Row {
    readonly kind: RowKind
    readonly wall: number
    constructor(kind: RowKind, wall: number) {
        this.kind = kind
        this.wall = wall
    }
}

/** Texts of which a file has few, such as names of wallets: each is cleaned once and kept as one text. */
class FewTexts {
    private readonly raw: string[] = new Array<string>(256).fill("")
    private readonly clean: string[] = new Array<string>(256).fill("")
    private readonly make: (text: string) => string
    constructor(make: (text: string) => string) {
        this.make = make
    }

    /** What was made of a text; looked up by a few of its letters, so that not all of them need be read. */
    get(text: string): string {
        const { length } = text
        if (length === 0) return ""
        const at =
            (length * 37 + text.charCodeAt(0) * 5 + text.charCodeAt(length >> 1) * 3 + text.charCodeAt(length - 1)) &
            255
        if (this.raw[at] === text) return this.clean[at] ?? ""
        const clean = ownText(this.make(text))
        this.raw[at] = ownText(text)
        this.clean[at] = clean
        return clean
    }
}

/** Why a cell makes its row unreadable. */
export class Unreadable extends Error {
    readonly fault: RowReason
    readonly role: Role
    constructor(fault: RowReason, role: Role) {
        super(fault)
        this.fault = fault
        this.role = role
    }
}

const FAULTS: Readonly<Record<NumberFault, RowReason>> = {
    damaged: "number-damaged",
    ambiguous: "number-ambiguous",
    malformed: "number-malformed",
}

/** What a spreadsheet leaves of a long number, what an exchange masks, and what a page cuts short: `0x5290…9EE7`. */
const SPOILED = /^\d(?:[.,]\d+)?E\+?\d+$|\*{2,}|\w\s?(?:…|⋯|[.·]{2,})|^(?:…|⋯|[.·]{2,})\s?\w/i
/** What a spreadsheet shows where a formula has no result, also in a CSV that one saved. */
const ERROR = /^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|CALC!|SPILL!|GETTING_DATA)$/i
/** The same in figures. Of twenty a number ends so by chance once in a hundred thousand; of fewer its column tells. */
const ROUNDED = /^[1-9]\d{14}0{3,}$/
const SURELY_ROUNDED = /^[1-9]\d{14}0{5,}$/
/** Details without which a row counts all the same, and remarks. */
const DETAILS: readonly Role[] = ["_", "price", "average", "balance", "counterparty", "note"]
/** What a truth value is read as a number or a name in. */
const NAMES: readonly Role[] = ["status", "type", "side"]

/** Names of sums below a table. */
const SUMS = /^(?:合计|总计|小计|总额|.*汇总|(?:grand |sub)?totals?|sum)\s*[:：]?$/i
/** Of these some are coins as well. */
const SUM_COINS = /^(?:SUM|TOTAL)$/

interface NamedField {
    readonly at: number
    readonly put: (row: MutableRow, text: string) => void
    /** Of the row before: most have the same account number. */
    last: string
    text: string
    isSpoiled: boolean
}

/** The cells of the record that is being read, by what they hold. */
export class CellReader {
    readonly format: Format
    spoiled: string[] = []
    /** Some amount of the record may have lost figures to a workbook. */
    isRounded = false
    isShortened = false
    /** Some amount has an exponent and not three figures: then numbers are written as long as they are. */
    private hasLongExponent = false
    private readonly matched: Matched
    private readonly marks: Marks
    private readonly countsFrom1904: boolean
    private readonly isGlued: boolean
    private readonly wholeNumbers: ReadonlySet<number>
    private readonly places: Readonly<Partial<Record<Role, number>>>
    private readonly told: readonly (readonly [Role, number])[]
    private readonly ids: NamedField[]
    private readonly words: NamedField[]
    private readonly names = new FewTexts((text) => (isBlankCell(text) ? "" : bareCell(text)))
    private readonly assets = new FewTexts((text) => this.madeAsset(text))
    private readonly noted: NamedField[]
    /** Assets with the name of a sum. */
    private readonly sums = new Set<string>()
    private readonly amountAt: number
    private readonly timeAt: number
    private cells: readonly string[] = []
    private kinds: readonly (StoredKind | undefined)[] | undefined
    private lastTime = ""
    private lastWall: Wall | undefined

    constructor({ matched, marks, countsFrom1904 = false, wholeNumbers = new Set() }: RowContext) {
        this.wholeNumbers = wholeNumbers
        this.matched = matched
        this.format = matched.format
        this.marks = marks
        this.countsFrom1904 = countsFrom1904
        this.isGlued = matched.layout.isGlued === true
        const places: Partial<Record<Role, number>> = {}
        for (const [i, role] of matched.roles.entries()) if (role !== undefined) places[role] ??= i
        this.places = places
        this.told = (Object.entries(places) as [Role, number][]).filter(([role]) => !DETAILS.includes(role))
        this.amountAt = places.amount ?? -1
        this.timeAt = places.time ?? -1
        const field = ([role, put]: readonly [Role, NamedField["put"]]): NamedField[] => {
            const at = places[role]
            return at === undefined ? [] : [{ at, put, last: "", text: "", isSpoiled: false }]
        }
        this.ids = ID_FIELDS.flatMap(field)
        this.words = WORD_FIELDS.flatMap(field)
        this.noted = NOTE_FIELDS.flatMap(field)
    }

    open(cells: readonly string[], kinds: readonly (StoredKind | undefined)[] | undefined): void {
        this.cells = cells
        this.kinds = kinds
        if (this.spoiled.length > 0) this.spoiled = []
        this.isRounded = false
        this.isShortened = false
    }

    get count(): number {
        return this.cells.length
    }

    /** The text of a record that has no other cell; `undefined` where it has. */
    onlyCell(): string | undefined {
        if (this.cells.length > 1 && this.cells[0] !== "" && this.cells[1] !== "") return undefined
        const filled = this.cells.filter((cell) => cell.trim() !== "")
        return filled.length > 1 ? undefined : (filled[0] ?? "").trim()
    }

    /** Whether a record without a time is a sum below the others. */
    isFooter(): boolean {
        const [time, first = ""] = [this.text("time"), this.cells.find((cell) => cell.trim() !== "")?.trim()]
        return SUMS.test(first) && (isBlankCell(time) || time === first)
    }

    hasBehind(from: number): boolean {
        return this.cells.slice(from).some((cell) => cell.trim() !== "")
    }

    has(role: Role): boolean {
        return this.places[role] !== undefined && !isBlankCell(this.text(role))
    }

    knows(role: Role): boolean {
        return this.places[role] !== undefined
    }

    /** Without outer blanks and the sign that spreadsheets put before text. */
    text(role: Role): string {
        const at = this.places[role]
        return at === undefined ? "" : bareCell(this.cells[at] ?? "")
    }

    /** Name of a column in the header, in one spelling. */
    header(role: Role): string {
        return this.matched.cells[this.places[role] ?? -1]?.name ?? ""
    }

    /** A row with its time. */
    begin(kind: RowKind): MutableRow {
        const at = this.timeAt
        const raw = this.dated(this.cells[at] ?? "")
        const wall = this.kinds?.[at] === "date" ? this.storedWall(bareCell(raw)) : this.writtenWall(raw)
        if (wall === undefined) throw new Unreadable(isBlankCell(raw) ? "missing" : "time", "time")
        const row: MutableRow = new Row(kind, wall.ms)
        if (wall.offset !== undefined) row.offset = wall.offset
        if (wall.span !== undefined) row.span = wall.span
        return row
    }

    /** A clock with its day, where that stands in a column of its own; both may be what a spreadsheet stores. */
    private dated(clock: string): string {
        if (this.places.date === undefined) return clock
        const day = this.text("date")
        const isStored = this.kinds?.[this.timeAt] === "date" && this.kinds[this.places.date] === "date"
        // Both cells may hold day and clock, of which each shows a half.
        return isStored ? String(Math.floor(Number(day)) + (Number(clock) % 1)) : `${day} ${bareCell(clock)}`.trim()
    }

    private storedWall(text: string): Wall | undefined {
        return serialWall(text, this.countsFrom1904) ?? this.wallOf(text)
    }

    private wallOf(text: string): Wall | undefined {
        return readWall(text, this.format.strokes, this.format.yearLast)
    }

    /** Many rows in one second are usual. */
    private writtenWall(raw: string): Wall | undefined {
        if (raw !== this.lastTime) {
            this.lastWall = this.wallOf(bareCell(raw))
            this.lastTime = raw
        }
        return this.lastWall
    }

    /** Of a workbook: that no cell lacks the result of its formula. Identifiers without one are named. */
    results(): void {
        const { cells, kinds } = this
        if (kinds === undefined) return
        for (const [role, at] of this.told) {
            const kind = kinds[at]
            const isOpen = kind === "formula" && (cells[at] ?? "") === ""
            if (isOpen && IDENTIFIERS.has(role)) this.spoiled.push(this.matched.cells[at]?.name ?? "")
            else if (isOpen || (kind === "boolean" && !NAMES.includes(role))) throw new Unreadable("no-value", role)
        }
    }

    /** Identifiers and words; those that are spoiled are left out and named. */
    texts(row: MutableRow): void {
        for (const id of this.ids) {
            const raw = this.cells[id.at] ?? ""
            if (raw !== id.last) {
                id.last = raw
                id.text = isBlankCell(raw) ? "" : bareCell(raw)
                const rounded = this.wholeNumbers.has(id.at) ? SURELY_ROUNDED : ROUNDED
                id.isSpoiled = SPOILED.test(id.text) || ERROR.test(id.text) || rounded.test(id.text)
            }
            if (id.text === "") continue
            if (id.isSpoiled || this.lostFigures(id.at, raw)) this.spoiled.push(this.matched.cells[id.at]?.name ?? "")
            else id.put(row, id.text)
        }
        for (const { at, put } of this.words) {
            const text = this.names.get(this.cells[at] ?? "")
            if (text !== "") put(row, text)
        }
        for (const { at, put } of this.noted) {
            const text = this.cells[at] ?? ""
            if (text !== "" && !isBlankCell(text)) put(row, bareCell(text))
        }
    }

    /** Whether a workbook keeps the identifier as a number with more figures than it can. */
    private lostFigures(at: number, text: string): boolean {
        return this.kinds?.[at] === "number" && text.replace(/\D/g, "").length > KEPT_FIGURES
    }

    status(row: MutableRow): void {
        if (this.places.status === undefined) return
        const text = this.names.get(this.text("status"))
        if (text === "") return
        const word = text.toLowerCase().replace(/\s+/g, " ")
        const status = STATUSES.get(word) ?? statusByPart(word)
        if (status !== undefined) row.status = status
        row.statusText = text
    }

    /** A number and its unit; absent for a blank cell. */
    quantity(role: Role, assets: readonly string[]): Quantity | undefined {
        const at = this.places[role]
        if (at === undefined) return undefined
        const text = bareCell(this.cells[at] ?? "")
        if (isBlankCell(text)) return undefined
        const read = readQuantity(text, assets, this.marks, this.isGlued)
        if ("fault" in read) throw new Unreadable(FAULTS[read.fault], role)
        this.noteFigures(at, read.amount)
        // A workbook stores all figures, however it shows them.
        if (this.kinds?.[at] !== "number" && !isPlainNumber(text)) this.noteExponent(text)
        return read.unit === undefined ? read : { amount: read.amount, unit: this.asset(read.unit) }
    }

    /** The cell of the amount where it is nothing but a plain number, as in nearly all rows. */
    plainAmount(): DecimalText | undefined {
        const text = this.cells[this.amountAt] ?? ""
        if (this.marks === "comma" || this.isGlued || !isPlainNumber(text)) return undefined
        if (this.kinds !== undefined) this.noteFigures(this.amountAt, text)
        return text
    }

    /** A workbook keeps a number with so many figures that there may have been more. */
    private noteFigures(at: number, amount: DecimalText): void {
        if (this.kinds?.[at] === "number" && figuresOf(amount) >= KEPT_FIGURES) this.isRounded = true
    }

    /** A format of cells gives every small number three figures. */
    private noteExponent(text: string): void {
        const [, decimals] = /^[-+]?\d(?:[.,](\d+))?e-\d+/i.exec(text) ?? []
        if (decimals?.length === 2 && !this.hasLongExponent) this.isShortened = true
        else if (decimals?.length !== 2 && /^[-+]?[\d.,]+e-\d+/i.test(text)) this.hasLongExponent = true
    }

    needed(role: Role, assets: readonly string[]): Quantity {
        const read = this.quantity(role, assets)
        if (read === undefined) throw new Unreadable("missing", role)
        return read
    }

    /** A number that stays a detail: what cannot be read of it makes no row unreadable. */
    detail(role: Role, assets: readonly string[]): DecimalText | undefined {
        const text = this.text(role)
        if (isBlankCell(text)) return undefined
        // A price has no unit, also where every quantity has one.
        const read = readQuantity(text, assets, this.marks, this.isGlued && role === "quantity")
        return "fault" in read ? undefined : read.amount
    }

    assetCell(role: Role): string | undefined {
        const at = this.places[role]
        if (at === undefined) return undefined
        const name = this.assets.get(this.cells[at] ?? "")
        if (role === "asset" && this.sums.has(name) && (!SUM_COINS.test(name) || !this.hasWords()))
            throw new Unreadable("total", "asset")
        return name === "" ? undefined : name
    }

    /** Whether the record says more than time, asset and amounts; a sum has nothing to say. */
    private hasWords(): boolean {
        return [...this.ids, ...this.words].some(({ at }) => !isBlankCell(bareCell(this.cells[at] ?? "")))
    }

    /** In upper case and the spelling that everybody uses. */
    asset(text: string): string {
        return this.assets.get(text)
    }

    private madeAsset(text: string): string {
        const upper = isBlankCell(text) ? "" : bareCell(text).toUpperCase()
        if (ERROR.test(upper)) throw new Unreadable("no-value", "asset")
        const name = this.format.assetNames?.get(upper) ?? upper
        if (SUMS.test(name)) this.sums.add(name)
        return name
    }
}

/** A cell without outer blanks and the sign that spreadsheets put before text. Most have nothing to take away. */
export function bareCell(text: string): string {
    if (text === "") return text
    const first = text.charCodeAt(0)
    const last = text.charCodeAt(text.length - 1)
    if (first > 39 && first !== 61 && first < 0x80 && last > 32 && last < 0x80) return text
    // `="0012"` keeps a spreadsheet from reading a number.
    return text
        .trim()
        .replace(/^[\s']+/, "")
        .replace(/^="([^"]*)"$/, "$1")
}

import { ownText, type StoredKind } from "./csv.ts"
import type { Format, Matched, Report, Role } from "./format.ts"
import { type DecimalText, isBlankCell, type Marks, type NumberFault } from "./number.ts"
import type { LedgerRow, RowFault, RowStatus } from "./row.ts"
import { type Quantity, readQuantity } from "./units.ts"
import { readWall, serialWall, type Wall } from "./wall.ts"
import { STATUSES } from "./words.data.ts"

/** What is known of all rows of a file. */
export interface RowContext {
    readonly matched: Matched
    /** What the file is, where its header does not say. */
    readonly report?: Report
    readonly marks: Marks
    /** Of a workbook. */
    readonly countsFrom1904?: boolean
}

/** A row that is being read. */
export type MutableRow = { -readonly [K in keyof LedgerRow]: LedgerRow[K] }

/** Why a cell makes its row unreadable. */
export class Unreadable extends Error {
    readonly fault: RowFault
    readonly role: Role
    constructor(fault: RowFault, role: Role) {
        super(fault)
        this.fault = fault
        this.role = role
    }
}

const FAULTS: Readonly<Record<NumberFault, RowFault>> = {
    damaged: "number-damaged",
    ambiguous: "number-ambiguous",
    malformed: "number-malformed",
}

/** What a spreadsheet leaves of a long number, in figures too, and what an exchange masks. */
const SPOILED = /^\d(?:[.,]\d+)?E\+?\d+$|\*{2,}|^[1-9]\d{14}0{3,}$/i
/** Figures that a spreadsheet keeps of a number. */
const KEPT_FIGURES = 15
/** Names of wallets, operations and assets that are kept as one text each; a file has few. */
const MOST_NAMES = 4096

interface NamedField<K extends string> {
    readonly at: number
    readonly field: K
    /** Of the row before: most have the same account number. */
    last: string
    isSpoiled: boolean
}

/** The cells of the record that is being read, by what they hold. */
export class CellReader {
    readonly format: Format
    spoiled: string[] = []
    private readonly matched: Matched
    private readonly marks: Marks
    private readonly countsFrom1904: boolean
    private readonly isGlued: boolean
    private readonly places: Readonly<Partial<Record<Role, number>>>
    private readonly ids: NamedField<IdField>[]
    private readonly words: NamedField<WordField>[]
    private readonly names = new Map<string, string>()
    private readonly assets = new Map<string, string>()
    private cells: readonly string[] = []
    private kinds: readonly (StoredKind | undefined)[] | undefined
    private lastTime = ""
    private lastWall: Wall | undefined

    constructor({ matched, marks, countsFrom1904 = false }: RowContext) {
        this.matched = matched
        this.format = matched.format
        this.marks = marks
        this.countsFrom1904 = countsFrom1904
        this.isGlued = matched.layout.isGlued === true
        const places: Partial<Record<Role, number>> = {}
        for (const [i, role] of matched.roles.entries()) if (role !== undefined) places[role] ??= i
        this.places = places
        const field = <K extends string>([role, name]: readonly [Role, K]): NamedField<K>[] => {
            const at = places[role]
            return at === undefined ? [] : [{ at, field: name, last: "", isSpoiled: false }]
        }
        this.ids = ID_FIELDS.flatMap(field)
        this.words = WORD_FIELDS.flatMap(field)
    }

    open(cells: readonly string[], kinds: readonly (StoredKind | undefined)[] | undefined): void {
        this.cells = cells
        this.kinds = kinds
        if (this.spoiled.length > 0) this.spoiled = []
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

    time(row: MutableRow): void {
        const at = this.places.time ?? -1
        const text = bareCell(this.cells[at] ?? "")
        if (isBlankCell(text)) throw new Unreadable("missing", "time")
        const wall = this.kinds?.[at] === "date" ? this.storedWall(text) : this.writtenWall(text)
        if (wall === undefined) throw new Unreadable("time", "time")
        row.wall = wall.ms
        if (wall.offset !== undefined) row.offset = wall.offset
    }

    private storedWall(text: string): Wall | undefined {
        return serialWall(text, this.countsFrom1904) ?? readWall(text, this.format.strokes)
    }

    private writtenWall(text: string): Wall | undefined {
        if (text !== this.lastTime) {
            this.lastWall = readWall(text, this.format.strokes)
            this.lastTime = text
        }
        return this.lastWall
    }

    /** Identifiers and words; those that are spoiled are left out and named. */
    texts(row: MutableRow): void {
        for (const id of this.ids) {
            const text = bareCell(this.cells[id.at] ?? "")
            if (text !== id.last) {
                id.last = text
                id.isSpoiled = SPOILED.test(text)
            }
            if (isBlankCell(text)) continue
            if (id.isSpoiled || this.lostFigures(id.at, text)) this.spoiled.push(this.matched.cells[id.at]?.name ?? "")
            else row[id.field] = text
        }
        for (const { at, field } of this.words) {
            const text = this.cells[at] ?? ""
            if (text !== "" && !isBlankCell(text)) row[field] = FEW.has(field) ? this.name(text) : bareCell(text)
        }
    }

    /** Whether a workbook keeps the identifier as a number with more figures than it can. */
    private lostFigures(at: number, text: string): boolean {
        return this.kinds?.[at] === "number" && text.replace(/\D/g, "").length > KEPT_FIGURES
    }

    /** The same text object for the same words, which makes them cheap to compare and keeps no part of the file alive. */
    private name(text: string): string {
        const known = this.names.get(text)
        if (known !== undefined) return known
        const name = ownText(bareCell(text))
        if (this.names.size < MOST_NAMES) this.names.set(ownText(text), name)
        return name
    }

    status(row: MutableRow): void {
        if (this.places.status === undefined) return
        const text = this.name(this.text("status"))
        if (isBlankCell(text)) return
        const word = text.toLowerCase().replace(/\s+/g, " ")
        const status = STATUSES.get(word) ?? statusByStart(word)
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
        return read.unit === undefined ? read : { amount: read.amount, unit: this.asset(read.unit) }
    }

    needed(role: Role, assets: readonly string[]): Quantity {
        const read = this.quantity(role, assets)
        if (read === undefined) throw new Unreadable("missing", role)
        return read
    }

    /** A number that stays a detail: what can not be read of it makes no row unreadable. */
    detail(role: Role, assets: readonly string[]): DecimalText | undefined {
        const text = this.text(role)
        if (isBlankCell(text)) return undefined
        const read = readQuantity(text, assets, this.marks, this.isGlued)
        return "fault" in read ? undefined : read.amount
    }

    assetCell(role: Role): string | undefined {
        const at = this.places[role]
        if (at === undefined) return undefined
        const text = this.cells[at] ?? ""
        return isBlankCell(text) ? undefined : this.asset(text)
    }

    /** In upper case and the spelling that everybody uses. */
    asset(text: string): string {
        const known = this.assets.get(text)
        if (known !== undefined) return known
        const upper = bareCell(text).toUpperCase()
        const name = this.format.assetNames?.get(upper) ?? ownText(upper)
        if (this.assets.size < MOST_NAMES) this.assets.set(ownText(text), name)
        return name
    }
}

type IdField = "uid" | "orderId" | "clientOrderId" | "tradeId" | "txHash" | "address" | "from"
type WordField = "wallet" | "operation" | "type" | "network" | "memo" | "counterparty" | "note"

const ID_FIELDS: readonly (readonly [Role, IdField & keyof LedgerRow])[] = [
    ["uid", "uid"],
    ["order", "orderId"],
    ["client", "clientOrderId"],
    ["trade", "tradeId"],
    ["tx", "txHash"],
    ["address", "address"],
    ["from", "from"],
]

const WORD_FIELDS: readonly (readonly [Role, WordField & keyof LedgerRow])[] = [
    ["wallet", "wallet"],
    ["operation", "operation"],
    ["type", "type"],
    ["network", "network"],
    ["memo", "memo"],
    ["counterparty", "counterparty"],
    ["note", "note"],
]

/** Words of which a file has few. */
const FEW: ReadonlySet<WordField> = new Set(["wallet", "operation", "type", "network"])

/** Most cells have nothing to take away. */
function bareCell(text: string): string {
    if (text === "") return text
    const [first, last] = [text.charCodeAt(0), text.charCodeAt(text.length - 1)]
    if (first > 39 && first < 0x80 && last > 32 && last < 0x80) return text
    return text.replace(/^[\s'\uFEFF]+|[\s\uFEFF]+$/g, "")
}

function statusByStart(text: string): RowStatus | undefined {
    if (/^partial/.test(text)) return "partly"
    if (/^cancel|^revok/.test(text)) return "cancelled"
    return /^(?:success|complet|deposit success|credited)/.test(text) ? "filled" : undefined
}

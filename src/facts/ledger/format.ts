import type { Report } from "../case/exports.ts"
import type { Marks } from "./number.ts"
import type { ChangeClass, LedgerRow, Market, RowKind } from "./row.ts"
import type { Pair } from "./units.ts"
import type { StrokeOrder } from "./wall.ts"
import { readOffset } from "./wall.ts"

/** Formats of export files as data: whose they are, which headers they have, and what each column holds. */

export type { Report }

/** What a column holds. `_` is a column that is known and not read. */
export const ROLES = [
    "_",
    "uid",
    "date",
    "time",
    "wallet",
    "operation",
    "asset",
    "amount",
    "balance",
    "symbol",
    "base",
    "quote",
    "side",
    "type",
    "price",
    "quantity",
    "filled",
    "average",
    "value",
    "valueAsset",
    "fee",
    "feeAsset",
    "fee2",
    "fee2Asset",
    "realised",
    "realisedAsset",
    "order",
    "client",
    "trade",
    "status",
    "network",
    "address",
    "from",
    "memo",
    "tx",
    "counterparty",
    "note",
    "fiat",
    "sold",
    "bought",
] as const
export type Role = (typeof ROLES)[number]

/** One header that a format was seen with. */
export interface Layout {
    /** Which of the format's headers: `v2`, `2025`. */
    readonly version: string
    /** Language of the header, BCP 47. */
    readonly lang: string
    readonly columns: readonly Column[]
    /** Every quantity has its unit glued behind it. */
    readonly isGlued?: true
    /** Cells without a header that its rows have at their end. */
    readonly extraCells?: number
    /** Part of the account that all rows are of, as the exchange calls it, where no column names it. */
    readonly wallet?: string
}

export interface Column {
    readonly role: Role
    /** Normalised; `{z}` stands for a zone in brackets. */
    readonly header: string
    readonly optional: boolean
}

export interface Format {
    /** `binance.statement`; stable. */
    readonly id: string
    readonly exchange: string
    /** Absent where only the file's name or the reporter knows it. */
    readonly report?: Report
    /** Which list of the exchange it is, where several are of one report: only those of one list tell the same rows. */
    readonly list?: string
    /** What its rows are, where they are mapped by role; see `map-row.ts`. */
    readonly kind: RowKind
    readonly market?: Market
    readonly layouts: readonly Layout[]
    /** The clock that the format always has, minutes east of UTC; the header, a cell or the name may say it too. */
    readonly zone?: number
    /** Proposed to the reporter where nothing says the zone, with its reason in the format's own file. */
    readonly likelyZone?: number
    readonly strokes?: StrokeOrder
    /** A year of two figures comes last, in dates with dashes too. */
    readonly yearLast?: true
    /** The exchange itself writes no seconds. */
    readonly withoutSeconds?: true
    /** The fee is written as it changed the balance: negative where it was charged. */
    readonly signedFee?: true
    /** The amount of a change does not hold the fee yet. */
    readonly feeBesides?: true
    /** No column has the side: what was sold is negative. */
    readonly sideBySign?: true
    /** What was paid stands in no column: it is the price by the quantity, exactly. */
    readonly valueByPrice?: true
    /** What a fee was taken in, where the file names no asset; without it such a fee stays without one. */
    readonly feeIn?: "quote" | "received"
    /** Operations of a ledger in lower case; `transfer*` is any that begins so, `*transfer` any that ends so. */
    readonly operations?: ReadonlyMap<string, ChangeClass>
    /** Operations by which assets leave or arrive: their sign tells. */
    readonly eitherWay?: RegExp
    /** Those of withdrawals that the exchange's list of withdrawals has not: payments, cards, red packets. */
    readonly unlisted?: RegExp
    /** Market that a wallet belongs to. */
    readonly marketOf?: (wallet: string) => Market | undefined
    /** Assets of a market, where their names are not those that everybody uses. */
    readonly pairOf?: (symbol: string) => Pair | undefined
    /** Asset of a row that has no column for it. */
    readonly assetOf?: (cell: (role: Role) => string) => string | undefined
    /** Names of assets, in upper case -> those that everybody uses. */
    readonly assetNames?: ReadonlyMap<string, string>
    /** Deposit or withdrawal by the file's name, where the header is that of both. */
    readonly reportByName?: readonly (readonly [pattern: RegExp, report: Report])[]
    /** Market by the file's name, where the header is that of several. */
    readonly marketByName?: readonly (readonly [pattern: RegExp, market: Market])[]
    /**
     * Of a list whose columns were named: the wallet's own address, whether no amount has a sign, and whether all rows have one
     * address in common; see `named.ts`.
     */
    readonly ways?: { readonly owner?: string; readonly isUnsigned: boolean; readonly hasCommon: boolean }
    /** Puts right what the roles alone do not say. */
    readonly refine?: (
        row: LedgerRow,
        cell: (role: Role) => string,
        header: (role: Role) => string,
        marks: Marks,
    ) => LedgerRow
    /** Order files whose fills follow each order, under a header of their own: the column in which they begin, from 0. */
    readonly nestedFills?: 0 | 1
    /** Menu path, and the longest span of one export, for whoever exports again. */
    readonly again?: string
    /** Longest span of one export in days. */
    readonly longestDays?: number
    /** Several lists have its header, and a conversion of one into an asset of another stands in both. */
    readonly sharesConversions?: true
}

/**
 * A layout from one line: `uid=User_ID, time=UTC_Time, note?=Remark`. A role with `?` may be missing; `{z}` in a header
 * stands for a zone in brackets, `{c} ` in front for a code of currency.
 */
export function layout(
    version: string,
    lang: string,
    line: string,
    further: Pick<Layout, "isGlued" | "extraCells" | "wallet"> = {},
): Layout {
    const columns = line.split(",").map((part) => {
        const [, role = "", mark = "", header = ""] = /^\s*(\w+)(\??)=(.*)$/.exec(part) ?? []
        if (!ROLES.includes(role as Role)) throw new TypeError(`no role: ${part}`)
        return { role: role as Role, header: normaliseHeader(header).name, optional: mark === "?" }
    })
    return { version, lang, columns, ...further }
}

/** Operations by class: `{ trade: "buy|sell", transfer: "transfer*" }`, in lower case; `*` behind a start and before an end. */
export function operationsBy(
    classes: Readonly<Partial<Record<ChangeClass, string>>>,
): ReadonlyMap<string, ChangeClass> {
    const entries = Object.entries(classes) as [ChangeClass, string][]
    return new Map(entries.flatMap(([found, names]) => names.split("|").map((name) => [name, found] as const)))
}

/** A header cell: its name in one spelling, and the zone it names. */
export interface HeaderCell {
    readonly name: string
    /** As written, `UTC+08:00`. */
    readonly zone?: string
    readonly offset?: number
}

/** Signs of footnotes: `Type¹`. */
const FOOTNOTES = /[\u00B9\u00B2\u00B3\u2070\u2074-\u2079]+/g

/** One spelling: NFKC, lower case, single blanks, no marks around; the zone in brackets apart. */
export function normaliseHeader(text: string): HeaderCell {
    const spelled = text
        .replace(FOOTNOTES, "")
        .normalize("NFKC")
        .replace(/[\u200B-\u200F\uFEFF]|^ï»¿/g, "")
        .replace(/\s+/g, " ")
        .replace(/ ?\( ?/g, "(")
        .replace(/ \)/g, ")")
        .toLowerCase()
    const plain = withoutMarks(spelled)
    const found = /\s*[([]((?:utc|gmt)[^)\]]{0,40}|[a-z]{1,20}\/[a-z_]{1,40}|[+-]\d{1,2}(?::?\d{2})?)[)\]]/.exec(plain)
    if (found !== null) {
        const zone = found[1] ?? ""
        const offset = readOffset(zone) ?? NAMED.get(zone)
        return {
            name: plain.replace(found[0], "{z}"),
            zone: zone.toUpperCase(),
            ...(offset === undefined ? {} : { offset }),
        }
    }
    if (/^utc_|_utc$/.test(plain)) return { name: plain, zone: "UTC", offset: 0 }
    return { name: plain.replace(/\s*\{z\}/, "{z}") }
}

/** Without blanks and quotation marks around it; a pattern for the end would begin anew at each mark of a long run. */
function withoutMarks(text: string): string {
    let [from, to] = [0, text.length]
    while (from < to && MARKS.includes(text.charAt(from))) from++
    while (to > from && MARKS.includes(text.charAt(to - 1))) to--
    return text.slice(from, to)
}

const MARKS = " '\""

/** Zones without daylight saving time that exchanges name by city. */
const NAMED = new Map([
    ["asia/shanghai", 480],
    ["asia/hong_kong", 480],
    ["asia/singapore", 480],
    ["asia/tokyo", 540],
    ["etc/utc", 0],
])

/** A header that was found, and what each of its columns holds. */
export interface Matched {
    readonly format: Format
    readonly layout: Layout
    /** By column, from 0; `undefined` for one that nobody knows. */
    readonly roles: readonly (Role | undefined)[]
    readonly cells: readonly HeaderCell[]
    /** Headers that the format does not have. */
    readonly strange: readonly string[]
}

/**
 * The format whose header this is: all its columns are there, and few others. Order does not matter; of two columns
 * with one name the first is the one that is listed first.
 *
 * @param isNamed - The columns are the reporter's choice; the others may be as many as they like.
 */
export function matchHeader(
    formats: readonly Format[],
    header: readonly string[],
    isNamed = false,
): Matched | undefined {
    const cells = trimEnd(header).map(normaliseHeader)
    if (cells.length < 3) return undefined
    let best: { match: Matched; points: number } | undefined
    for (const format of formats)
        for (const layout of format.layouts) {
            const assigned = assign(layout, cells)
            if (assigned === undefined) continue
            const { roles, isOther } = assigned
            const strange = cells.flatMap(({ name }, i) => (roles[i] === undefined && name !== "" ? [name] : []))
            const known = roles.filter((role) => role !== undefined).length
            const points = known - 2 * strange.length - (isOther ? 0.5 : 0)
            // More strange columns than known ones: another report that happens to have these too.
            if (points <= 0 && !isNamed) continue
            if (best === undefined || points > best.points)
                best = { points, match: { format, layout, roles, cells, strange } }
        }
    return best?.match
}

const ABOVE = /(?:time ?zone|时区)["']?\s*[:：,]\s*["']?((?:utc|gmt)(?:[+-]{1,2}\d{1,2}(?::?\d{2})?)?)(?![\d:])/i

/**
 * The header with the zone that a line above it names (`UID:…,Account Type:Main,Time Zone:UTC+2`), where the header itself
 * names none. Nothing else of such lines is kept.
 */
export function clockedBy(matched: Matched, above: readonly string[]): Matched {
    const at = matched.roles.indexOf("time")
    const time = matched.cells[at]
    const zone = ABOVE.exec(above.join("\n").replace(/\uFEFF/g, ""))?.[1]
    const offset = zone === undefined ? undefined : readOffset(zone)
    if (time === undefined || time.offset !== undefined || zone === undefined || offset === undefined) return matched
    const cells = matched.cells.map((cell, i) => (i === at ? { ...cell, zone: zone.toUpperCase(), offset } : cell))
    return { ...matched, cells }
}

/** Role of each column; `undefined` where one that must be there is missing. */
function assign({ columns }: Layout, cells: readonly HeaderCell[]): Assigned | undefined {
    const roles: (Role | undefined)[] = cells.map(() => undefined)
    let isOther = false
    for (const { role, header, optional } of columns) {
        const find = (sought: string): number =>
            cells.findIndex(({ name }, i) => roles[i] === undefined && sameHeader(name, sought))
        let at = find(header)
        if (at === -1 && role === "time") {
            at = find(otherClock(header))
            isOther = at !== -1
        }
        if (at === -1 && !optional) return undefined
        if (at !== -1) roles[at] = role
    }
    return { roles, isOther }
}

interface Assigned {
    readonly roles: readonly (Role | undefined)[]
    /** The clock has the other of its two names. */
    readonly isOther: boolean
}

/** Exchanges change their exports from `Date(UTC)` to `Time` one after the other. */
const otherClock = (header: string): string =>
    /^date\b/.test(header) ? header.replace("date", "time") : header.replace(/^time\b/, "date")

/** A header with a place for the zone is also met without one. */
function sameHeader(name: string, header: string): boolean {
    if (header.startsWith("{c} ")) return /^[a-z]{3} /.test(name) && name.slice(4) === header.slice(4)
    return name === header || (header.endsWith("{z}") && name === header.slice(0, -3))
}

function trimEnd(header: readonly string[]): readonly string[] {
    let end = header.length
    while (end > 0 && (header[end - 1] ?? "").trim() === "") end--
    return header.slice(0, end)
}

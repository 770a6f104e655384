import { NAMED_COLUMNS, type NamedColumn } from "../case/exports.ts"
import { type Format, normaliseHeader, type Report, type Role } from "./format.ts"
import { NAMED_EITHER_WAY, NAMED_FUTURES, NAMED_OPERATIONS, NAMED_STATEMENT } from "./named.data.ts"
import { isBlankCell, isZero, magnitude, negate } from "./number.ts"
import type { LedgerRow, RowKind } from "./row.ts"
import { bareCell, Unreadable } from "./row-cells.ts"
import { classOf } from "./row-kinds.ts"
import type { Table } from "./table.ts"

/** Tables with a header that nobody knows, of which the reporter said what the columns hold. */

/** Columns that the reporter named; names as in the file. */
export interface NamedColumns {
    readonly report: Report
    readonly columns: Readonly<Partial<Record<Role, string>>>
    /** Whose list it is: the number of an account, or the address of a wallet. */
    readonly account?: string
}

/** How a header is looked for. */
export interface Known {
    readonly formats: readonly Format[]
    readonly isNamed: boolean
}

/** @param named - What the reporter named the columns of. */
export function knownBy(formats: readonly Format[], named?: NamedColumns): Known {
    return { formats: named === undefined ? formats : [namedFormat(named)], isNamed: named !== undefined }
}

/** Whether a format is of the reporter's making. */
export const isNamed = ({ id }: Format): boolean => id === "named"

/** The reporter's word for a column. */
export function columnWord(role: Role): string {
    const [word = role] = NAMED_COLUMNS[role as NamedColumn] ?? []
    return `${word}（${role}）`
}

function namedFormat({ report, columns: given }: NamedColumns): Format {
    const kind = kindOf(report, given)
    const columns = fitting(kind ?? "deposit", given)
    const roles = Object.entries(columns) as [Role, string][]
    const named = roles.map(([role, header]) => ({ role, header: normaliseHeader(header).name, optional: false }))
    const unit = UNIT.exec(columns.amount ?? "")?.[1]?.toUpperCase()
    const isFutures = report.startsWith("futures")
    return {
        id: "named",
        exchange: "",
        kind: kind ?? "deposit",
        layouts: [{ version: "named", lang: "", columns: named }],
        refine: byWay({}),
        ...(report === "statement" ? NAMED_STATEMENT : { operations: isFutures ? NAMED_FUTURES : NAMED_OPERATIONS }),
        ...(kind === undefined ? {} : { report }),
        ...(isFutures ? { market: "futures" } : {}),
        ...(unit === undefined ? {} : { assetOf: () => unit }),
    }
}

/** What all amounts of a column are of, as explorers of a chain write it: `Value_OUT(ETH)`. */
const UNIT = /[(（]\s*([A-Z][A-Z0-9]{1,9})\s*[)）]\s*$/i

const KIND_OF: Readonly<Record<Exclude<Report, "fiat">, RowKind>> = {
    statement: "change",
    "spot-trades": "trade",
    "spot-orders": "order",
    "futures-trades": "trade",
    "futures-orders": "order",
    "futures-statement": "change",
    c2c: "purchase",
    deposits: "deposit",
    withdrawals: "withdrawal",
    convert: "convert",
    "auto-invest": "convert",
    funding: "change",
    earn: "change",
}

/** What the rows of a report are; of national money its columns tell, and nothing where it only came or left. */
function kindOf(report: Report, { sold, bought, value }: NamedColumns["columns"]): RowKind | undefined {
    if (report !== "fiat") return KIND_OF[report]
    if (sold !== undefined && bought !== undefined) return "convert"
    return value === undefined ? undefined : "purchase"
}

/** A single quantity is what was traded, of a fill and of a purchase; a day alone is a time. */
function fitting(kind: RowKind, columns: NamedColumns["columns"]): NamedColumns["columns"] {
    const { date, amount, ...others } = columns
    const isTimed = others.time !== undefined
    const dated = date === undefined ? {} : isTimed ? { date } : { time: date }
    const role = kind === "purchase" ? "quantity" : kind === "trade" ? "filled" : "amount"
    return { ...(amount === undefined ? {} : { [role]: amount }), ...others, ...dated }
}

type Way = "in" | "out"

const OUT =
    /^(?:out|withdr|sell|sent|send|debit|spend|spent|paid|pay|-(?!-)|transfer[ _-]?out|支|付|转出|轉出|减少|減少|流出|出|发送|發送|提)/i
const IN =
    /^(?:in(?!tern|vest)|deposit|buy|bought|recei|credit|\+|transfer[ _-]?in|收|进|進|转入|轉入|增加|流入|入|接收|充)/i

/** Which way a row went by the column that tells it, else by the wallet's own address; `undefined` where neither is there. */
function wayOf(cell: (role: Role) => string, owner: string | undefined): Way | "none" | undefined {
    const word = cell("side")
    const isReturn = UNSURE.out.test(word) || /recei/i.test(word)
    if (IN.test(word)) return "in"
    if (OUT.test(word) && !isReturn) return "out"
    if (owner === undefined) return undefined
    const [isFrom, isTo] = (["from", "address"] as const).map((role) => addressKey(cell(role)) === owner)
    return isFrom === isTo ? (isFrom ? "none" : undefined) : isFrom ? "out" : "in"
}

/**
 * A list may write amounts without sign and say which way they went in another column: of a ledger they get their sign, and
 * of withdrawals those that came in are none.
 */
const byWay =
    ({ owner, isUnsigned = false }: Partial<NonNullable<Format["ways"]>>): NonNullable<Format["refine"]> =>
    (row, cell) => {
        const { kind } = row
        if (kind !== "change" && kind !== "deposit" && kind !== "withdrawal") return row
        const way = wayOf(cell, owner)
        if (kind === "change") return changed(row, way, cell("side"), isUnsigned)
        const told = way ?? wayBy(classOf(NAMED_OPERATIONS, row.operation ?? ""), row.operation)
        return told === undefined || told === (kind === "deposit" ? "in" : "out") ? row : { ...row, isOtherWay: true }
    }

/** @param side - What the column of the way has. */
function changed(given: LedgerRow, way: Way | "none" | undefined, side: string, isUnsigned: boolean): LedgerRow {
    // Contracts alone have results and funding.
    const isContract = given.class === "realised" || given.class === "funding"
    const row: LedgerRow = isContract && given.market === undefined ? { ...given, market: "futures" } : given
    const { amount = "0", operation = "" } = row
    if (way === "none") return { ...row, isOtherWay: true }
    if (way !== undefined) return signed(row, way, side === "")
    if (side !== "" && !amount.startsWith("-") && !isZero(amount)) throw new Unreadable("side", "side")
    if (!isUnsigned) return row
    const told = /^recei/i.test(operation) ? "in" : wayBy(row.class, operation)
    if (told !== undefined) return signed(row, told, false)
    // What nobody can say of is asked about, as what nobody knows.
    return tellsWay(row.class) ? { ...row, class: "unknown" } : row
}

/** @param isWallet - What leaves a wallet has left, whatever the list calls it. */
function signed(row: LedgerRow, way: Way, isWallet: boolean): LedgerRow {
    const amount = magnitude(row.amount ?? "0")
    const found = { ...row, amount: way === "out" ? negate(amount) : amount }
    const isEither = NAMED_EITHER_WAY.test(row.operation ?? "")
    if (!isEither && (!isWallet || row.class !== "unknown")) return found
    return { ...found, class: way === "out" ? "withdrawal" : "deposit" }
}

const WAY_OF: ReadonlyMap<string, Way> = new Map([
    ["deposit", "in"],
    ["interest", "in"],
    ["withdrawal", "out"],
    ["fee", "out"],
])

/** Words by which an operation may have gone the other way: `提币退回`, `手续费返还`, `利息支出`. */
const UNSURE: Readonly<Record<Way, RegExp>> = {
    out: /退|返|撤|取消|冲正|失败|失敗|refund|rever[st]|cancel|return|reject|fail|rebate|rollback/i,
    in: /退|撤|取消|冲正|失败|失敗|支出|扣|refund|rever[st]|cancel|return|reject|fail|deduct|paid|charge|repay/i,
}

/** Which way an operation of a class says that its amount went. */
function wayBy(of: string | undefined, operation = ""): Way | undefined {
    const way = WAY_OF.get(of ?? "")
    return way === undefined || UNSURE[way].test(operation) ? undefined : way
}

/** Whether an operation of this class says by itself which way its amount went. */
export const tellsWay = (of: string | undefined): boolean => WAY_OF.has(of ?? "")

/** Hexadecimal addresses are one in any letter case; `--` is none. One that was cut short is known by what is left of it. */
function addressKey(cell = ""): string {
    const address = isBlankCell(cell) ? "" : bareCell(cell)
    return /^0x/i.test(address) ? address.toLowerCase() : address
}

/**
 * Every row of a wallet's list has the wallet at one of its ends: the address that all of them have is its own, unless the
 * reporter says which it is. Where two are left nobody can say. Of a ledger without any sign its operations tell the way.
 */
export async function withWays(table: Table, account: string | undefined): Promise<Table> {
    const { matched } = table
    const { roles, format } = matched
    const [amount, ...ends] = (["amount", "from", "address"] as const).map((role) => roles.indexOf(role))
    if (!isNamed(format) || format.market !== undefined) return table
    const said = addressKey(account)
    let common: readonly string[] | undefined
    const met = { from: new Set<string>(), to: new Set<string>(), said: false, blank: false }
    let isUnsigned = format.kind === "change" && !roles.includes("side")
    const isTold = !isUnsigned && ends.includes(-1)
    for await (const rows of isTold ? [] : table.rows())
        for (const { cells } of rows) {
            isUnsigned &&= !MINUS.test((cells[amount ?? -1] ?? "").trim())
            const pair = ends.map((at) => addressKey(cells[at]))
            if (pair.every((address) => address === "")) continue
            common = common === undefined ? pair : common.filter((address) => pair.includes(address))
            const [from = "", to = ""] = pair
            if (common.includes(from)) met.from.add(from)
            if (common.includes(to)) met.to.add(to)
            met.said ||= said !== "" && pair.includes(said)
            met.blank ||= pair.includes("")
        }
    const own = ends.includes(-1) ? [] : [...new Set(common)].filter((address) => address !== "")
    const [only] = own
    const isOnly = only !== undefined && own.length === 1 && !met.said && isOwner(only, format.kind, met)
    const owner = own.includes(said) ? said : isOnly ? only : undefined
    const ways = { isUnsigned, hasCommon: own.length === 1, ...(owner === undefined ? {} : { owner }) }
    // Without signs what may have gone either way is told by its name alone.
    const { eitherWay, ...others } = format
    const found = {
        ...others,
        ...(isUnsigned || eitherWay === undefined ? {} : { eitherWay }),
        refine: byWay(ways),
        ways,
    }
    return { ...table, matched: { ...matched, format: found } }
}

/**
 * Whether the address that all rows have is the wallet's and not that of whoever got it all: of withdrawals some left it, of
 * deposits some came to it, and of a ledger it was at both ends, or paid many.
 */
function isOwner(
    address: string,
    kind: RowKind,
    met: { readonly from: ReadonlySet<string>; readonly to: ReadonlySet<string>; readonly blank: boolean },
): boolean {
    const [isPayer, isPayee] = [met.from.has(address), met.to.has(address)]
    if (kind === "withdrawal") return isPayer
    if (kind === "deposit") return isPayee
    return isPayer && (isPayee || !met.blank)
}

/** As amounts are written that went: `-5`, `−5`, `(5)`. */
const MINUS = /^['"]?[-\u2010-\u2013\u2212\uFE63\uFF0D(\uFF08]/
